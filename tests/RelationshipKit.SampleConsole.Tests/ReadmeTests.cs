using System.Text.Json.Serialization.Metadata;
using RelationshipKit.SampleConsole.Json;

namespace RelationshipKit.SampleConsole.Tests;

/// <summary>The sample's README shows the shape of what the console prints as JSON; it is read off the code here.</summary>
public class ReadmeTests
{
    [Fact]
    public void ExplainJson_Shown_HasTheFieldsThatArePrinted()
    {
        var readme = File.ReadAllText(Path.Combine(Root(), "samples", "RelationshipKit.SampleConsole", "README.md"))
            .ReplaceLineEndings("\n");

        Assert.Contains($"```json\n{Shape(typeof(ExplainJson), "")}\n```\n", readme, StringComparison.Ordinal);
    }

    // Objects as their fields, lists as their first item, a tie by its name, for it is shown above.
    private static string Shape(Type type, string indent)
    {
        var info = ConsoleJsonContext.Default.GetTypeInfo(type)!;
        var fields = info.Properties.Select(field => Field(field, $"{indent}  "));
        return $"{{\n{string.Join(",\n", fields)}\n{indent}}}";
    }

    private static string Field(JsonPropertyInfo field, string indent)
    {
        var type = Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType;
        var item = type.IsGenericType ? type.GetGenericArguments()[0] : type;
        var shape = item == typeof(string) ? "\"text\""
            : item.IsPrimitive ? "number"
            : item == typeof(TieJson) ? "{ as in score }"
            : Shape(item, indent);
        return $"{indent}\"{field.Name}\": {(type.IsGenericType ? $"[{shape}]" : shape)}";
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "RelationshipKit.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
