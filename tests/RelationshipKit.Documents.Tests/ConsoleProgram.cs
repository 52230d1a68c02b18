using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RelationshipKit.Documents.Tests;

/// <summary>Compiles and runs a top-level program as a console app of its own would.</summary>
internal static class ConsoleProgram
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // An assembly runs with a later version of another than it was compiled against; a project of the SDK says nothing of it either.
    private static readonly string[] OtherVersions = ["CS1701", "CS1702"];

    private static readonly Lazy<MetadataReference[]> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path))]);

    public static string Run(string source)
    {
        var parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        var compilation = CSharpCompilation.Create(
            "Shown",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, parse), CSharpSyntaxTree.ParseText(source, parse)],
            References.Value,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)
                .WithSpecificDiagnosticOptions(OtherVersions.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress))));
        using var image = new MemoryStream();
        compilation.Emit(image);
        var problems = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToArray();
        if (problems.Length > 0)
        {
            throw new InvalidOperationException(
                string.Join(
                    '\n', problems.Select(
                        problem => CSharpDiagnosticFormatter.Instance.Format(problem, CultureInfo.InvariantCulture)).Append(source)));
        }

        image.Position = 0;
        var context = new AssemblyLoadContext("Shown", isCollectible: true);
        var before = Console.Out;
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Console.SetOut(output);
        try
        {
            var main = context.LoadFromStream(image).EntryPoint!;
            main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Array.Empty<string>()], CultureInfo.InvariantCulture);
        }
        finally
        {
            Console.SetOut(before);
            context.Unload();
        }

        return output.ToString();
    }
}
