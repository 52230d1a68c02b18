using System.CommandLine;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using RelationshipKit.SampleConsole.Input;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>mcp</c>: the book as tools of the Model Context Protocol, over standard input and output.</summary>
internal static class McpCommand
{
    public static Command Create()
    {
        var book = BookCommand.Option();
        var write = new Option<bool>("--write") { Description = "Let the assistant log touchpoints, too. Without it, it only reads." };
        var command = new Command(
            "mcp", "Serves your book to an assistant by the Model Context Protocol, over standard input and output.") { book, write };
        command.SetAction(parsed =>
        {
            // Whatever is wrong with the book shows here and not in the middle of a talk.
            BookPlace.Open(parsed.GetValue(book));
            Serve(new McpTools(BookPlace.Find(parsed.GetValue(book))!.Path).All(parsed.GetValue(write))).GetAwaiter().GetResult();
            return ConsoleApp.Success;
        });
        return command;
    }

    private static async Task Serve(IEnumerable<McpServerTool> tools)
    {
        var options = new McpServerOptions
        {
            ServerInfo =
                new Implementation { Name = Invocation.Tool, Version = typeof(McpCommand).Assembly.GetName().Version!.ToString(3) },
            ServerInstructions =
                "How the ties of the book's owner stand and whose turn it is. Everything in it is private to the owner. Descriptions "
                    + "are not verdicts on people.",
            ToolCollection = [.. tools],
        };
        await using var transport = new StdioServerTransport(options);
        await using var server = McpServer.Create(transport, options);
        await server.RunAsync();
    }
}
