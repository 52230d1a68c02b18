using RelationshipKit.Forecasts;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>What people call the kinds of logs.</summary>
internal static class LogKinds
{
    private static readonly (string Name, LogKind Kind, string Meaning)[] Rows =
    [
        ("mail", LogKind.Mail, "forecasts as among people who know each other"),
        ("calls", LogKind.Calls, "forecasts as among people who know each other"),
        ("chat", LogKind.Chat, "forecasts as among people who know each other"),
        ("people", LogKind.People, "forecasts as among people who know each other"),
        ("calendar", LogKind.Calendar, "forecasts as in all kinds of networks"),
        ("strangers", LogKind.Strangers, "forecasts as in all kinds of networks"),
        ("unknown", LogKind.Unknown, "forecasts as in all kinds of networks"),
    ];

    public static string Names => string.Join(", ", Rows.Select(row => row.Name));

    public static LogKind Read(string name) =>
        Array.FindIndex(Rows, row => row.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is var i and >= 0
            ? Rows[i].Kind
            : throw new UsageException("--log-kind", $"'{name}' is not a kind of log; it must be one of {Names}.");

    public static string NameOf(LogKind kind) => Rows.First(row => row.Kind == kind).Name;

    public static string MeaningOf(LogKind kind) => Rows.First(row => row.Kind == kind).Meaning;
}
