using System.CommandLine;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>Options that are whole numbers within a range.</summary>
internal static class CountOption
{
    public static Option<int> Create(string name, string description, int value, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.Tokens.Count == 0)
            {
                return;
            }

            if (!int.TryParse(
                result.Tokens[0].Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture,
                out var number) || number < least || number > most)
            {
                result.AddError(
                    FormattableString.Invariant($"{name} is {result.Tokens[0].Value}; it must be a whole number from {least} to {most}."));
            }
        });
        return option;
    }
}
