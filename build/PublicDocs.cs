using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Leaves in an XML documentation file what the PublicAPI files list, and takes out the rest: the compiler writes internal members, too.
/// </summary>
public class PublicDocs : Task
{
    private static readonly Regex Modifiers = new Regex(@"^~?((static|override|abstract|virtual|const|readonly|sealed|extern) )*");

    [Required]
    public string Documentation { get; set; }

    [Required]
    public ITaskItem[] PublicApi { get; set; }

    public override bool Execute()
    {
        var listed = new HashSet<string>(
            PublicApi.SelectMany(file => File.ReadAllLines(file.ItemSpec))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(KeyOfApi));
        var document = XDocument.Load(Documentation, LoadOptions.PreserveWhitespace);
        var members = document.Root.Element("members").Elements("member").ToList();
        var inner = members.Where(member => !listed.Contains(KeyOfDocumentation((string)member.Attribute("name")))).ToList();
        if (inner.Count == members.Count && members.Count > 0)
        {
            Log.LogError("{0} documents nothing that the PublicAPI files list.", Documentation);
            return false;
        }

        foreach (var member in inner)
        {
            if (member.PreviousNode is XText indent)
            {
                indent.Remove();
            }

            member.Remove();
        }

        if (inner.Count > 0)
        {
            document.Save(Documentation, SaveOptions.DisableFormatting);
        }

        Log.LogMessage("{0}: {1} members stay, {2} are internal.", Documentation, members.Count - inner.Count, inner.Count);
        return true;
    }

    // "static RelationshipKit.Cadence.Every(NodaTime.Period! period, int days) -> X" is "RelationshipKit.Cadence.Every/2".
    private static string KeyOfApi(string line)
    {
        var text = Regex.Replace(Modifiers.Replace(line, ""), @" -> .*$", "");
        var operators = Regex.Match(text, @"^(?<type>[^( ]+)\.(?:(?:implicit|explicit) )?operator ");
        if (operators.Success)
        {
            return WithoutGenerics(operators.Groups["type"].Value) + ".op";
        }

        text = Regex.Replace(text, @"^([^(]*) = .*$", "$1");
        var open = text.IndexOf('(');
        var name = WithoutGenerics(open < 0 ? text : text.Substring(0, open));
        name = Regex.Replace(name, @"\.(get|set|init|add|remove)$", "");
        name = Regex.Replace(name, @"\.this\[.*\]$", ".Item");
        name = Regex.Replace(name, @"(?<=^|\.)(\w+)\.\1$", open < 0 ? "$0" : "$1.#ctor");
        return open < 0 ? name : name + "/" + Count(text.Substring(open + 1, text.LastIndexOf(')') - open - 1));
    }

    // "M:RelationshipKit.Cadence.Every(NodaTime.Period,System.Int32)" is the same.
    private static string KeyOfDocumentation(string id)
    {
        var text = Regex.Replace(id.Substring(2), @"~.*$", "");
        var open = text.IndexOf('(');
        var name = Regex.Replace(open < 0 ? text : text.Substring(0, open), @"`+\d+", "");
        if (id[0] != 'M')
        {
            return name;
        }

        return Regex.IsMatch(name, @"\.op_\w+$")
            ? Regex.Replace(name, @"\.op_\w+$", ".op")
            : name + "/" + (open < 0 ? 0 : Count(text.Substring(open + 1, text.Length - open - 2)));
    }

    private static string WithoutGenerics(string name)
    {
        for (var before = ""; before != name;)
        {
            before = name;
            name = Regex.Replace(name, "<[^<>]*>", "");
        }

        return name;
    }

    // Commas inside of brackets of any kind, and of texts, do not part parameters.
    private static int Count(string parameters)
    {
        var (depth, count, isQuoted) = (0, parameters.Trim().Length > 0 ? 1 : 0, false);
        foreach (var letter in parameters)
        {
            isQuoted ^= letter == '"' || letter == '\'';
            depth += isQuoted ? 0 : "<{[(".IndexOf(letter) >= 0 ? 1 : ">}])".IndexOf(letter) >= 0 ? -1 : 0;
            count += letter == ',' && depth == 0 && !isQuoted ? 1 : 0;
        }

        return count;
    }
}
