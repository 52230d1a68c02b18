namespace RelationshipKit.Benchmarks.Peers;

/// <summary>The work as SQL, nested GROUP BY, in the words both databases share.</summary>
internal static class SqlText
{
    /// <summary>The columns of a table of touchpoints; weights and directions are spelled out, so that no join is paid for.</summary>
    public const string TouchpointColumns = "tie INTEGER, micros BIGINT, rich INTEGER, weight DOUBLE, outgoing INTEGER, incoming INTEGER";

    public static string Answer(string table, string divide) => FormattableString.Invariant($"""
        CREATE TABLE answer AS
        WITH cells AS (
          SELECT tie, micros {divide} {PeerData.MicrosPerDay} AS day, rich, max(weight) AS weight, max(micros) AS latest, count(*) AS touchpoints,
            max(CASE WHEN outgoing = 1 THEN micros END) AS sent, max(CASE WHEN incoming = 1 THEN micros END) AS got
          FROM {table} GROUP BY tie, day, rich),
        days AS (
          SELECT tie, day, max(latest) AS latest, sum(touchpoints) AS touchpoints, max(sent) AS sent, max(got) AS got,
            sum(CASE WHEN rich = 0 THEN weight * {Density("latest")} ELSE 0 END) AS light,
            sum(CASE WHEN rich = 1 THEN weight * {Density("latest")} ELSE 0 END) AS rich
          FROM cells GROUP BY tie, day),
        ties AS (
          SELECT tie, sum(light) AS light, sum(rich) AS rich, count(*) AS days, max(latest) AS latest, sum(touchpoints) AS touchpoints,
            coalesce(sum({Power("sent", Formula.BalanceDays)}), 0) AS given, coalesce(sum({Power("got", Formula.BalanceDays)}), 0) AS received
          FROM days GROUP BY tie)
        SELECT tie, {ExpectedContacts("light", "rich")} AS rate, {Balance("given", "received")} AS balance, days, latest, touchpoints FROM ties
        """);

    public static string Top { get; } = FormattableString.Invariant(
        $"SELECT tie FROM answer ORDER BY ({PeerData.AsOfMicros} - latest) / {(double)PeerData.MicrosPerDay:F1} * (1 - exp(-rate)) DESC, tie LIMIT {PeerAnswer.Quietest}");

    public static string ExpectedContacts(string light, string rich) =>
        FormattableString.Invariant($"{rich} + {Formula.Ceiling:F1} * (1 - exp(-({light}) / {Formula.Ceiling:F1}))");

    public static string Balance(string given, string received) =>
        FormattableString.Invariant($"({received} - {given}) / ({received} + {given} + {2 * Formula.BalancePrior:F1})");

    public static string Power(string at, double halfLifeDays) =>
        FormattableString.Invariant($"pow(2.0, ({at} - {PeerData.AsOfMicros}) / {halfLifeDays * PeerData.MicrosPerDay:F1})");

    private static string Density(string at) =>
        "(" + string.Join(
            " + ", Formula.HalfLives.Select((days, i) => FormattableString.Invariant($"{Formula.Shares[i]:R} * ") + Power(at, days))) + ")";
}
