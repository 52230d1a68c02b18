using System.Text;
using System.Text.Json;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Serialization;

namespace RelationshipKit.Tests.Serialization;

public class CadenceRulesJsonTests
{
    [Fact]
    public void Write_EachKind_ReadsBackAsTheSame()
    {
        var weekly = Cadence.Every(Period.FromWeeks(1), 2);
        ICadencePolicy[] policies =
        [
            Cadence.Never, weekly, Cadence.Every(Period.FromMonths(1)), Cadence.Named("alumni"),
            Cadence.Weekly(IsoDayOfWeek.Sunday, IsoDayOfWeek.Monday),
            Cadence.Fixed(new LocalDate(2026, 1, 31), Period.FromMonths(1)),
            Cadence.Ladder(weekly, Period.FromDays(2), Period.FromWeeks(6)), Cadence.FromRhythm(3, 90),
            Cadence.WhenStrengthFallsTo(Strength.FromValue(0.25), 2, 100),
            Cadence.Occasions(5, 0), Cadence.ReplyOwed(4), Cadence.For(ContactSelector.One(ContactId.FromValue("ada")), weekly),
            Cadence.For(ContactSelector.In(Circle.Create("team", 9)), weekly),
            Cadence.Unless(weekly, ContactSelector.As(Facet.Family)), Cadence.Unless(weekly, ContactSelector.Tagged("x")),
            Cadence.First(weekly, Cadence.Never), Cadence.Soonest(weekly),
            Cadence.Latest(weekly, Cadence.Never),
            Cadence.Counting(
                weekly, new TouchpointFilter
                {
                    Channels = [Channel.Voice, Channel.FromName("pigeon")],
                    Directions = [Direction.Outgoing],
                    Gestures = [Gesture.CheckIn],
                    Facet = Facet.Family,
                    MustBeAnswered = true
                }),
            Cadence.Counting(weekly, TouchpointFilter.Any), Cadence.AtLeast(weekly, Period.FromYears(1)),
            Cadence.AtMost(weekly, Period.FromDays(3)),
            Cadence.Between(weekly, new AnnualDate(11, 3), new AnnualDate(2, 29)), Cadence.Jitter(weekly, 9),
            Cadence.NotOn(weekly, IsoDayOfWeek.Saturday), Cadence.BackOff(weekly, 1.5, 7), Cadence.ByCircle(),
        ];

        Assert.All(policies, policy =>
        {
            var json = CadenceRulesJson.Write(policy);
            var read = CadenceRulesJson.ReadPolicy(json);
            Assert.Equal((json, policy.ToString()), (CadenceRulesJson.Write(read), read.ToString()));
        });
    }

    [Fact]
    public void Write_AStockPolicy_IsShort() =>
        Assert.Equal(
            """{"kind":"soonest","policies":[{"kind":"every","period":"P21D","toleranceDays":2},{"kind":"named","name":"alumni"}]}""",
            Lines(CadenceRulesJson.Write(Cadence.Soonest(Cadence.Every(Period.FromWeeks(3), 2), Cadence.Named("alumni")))));

    [Theory]
    [InlineData("""{"kind":"hourly"}""", "The kind \"hourly\" is unknown; it must be one of never, named, every", "$.kind")]
    [InlineData("""{"kind":"every","period":"P3W","days":["monday"]}""", "The kind \"every\" has no member \"days\".", "$.days")]
    [InlineData("""{"kind":"every"}""", "The member \"period\" is missing.", "$")]
    [InlineData("""{"kind":"every","period":"3 weeks"}""", "The text is not a period; one looks like P3W.", "$.period")]
    [InlineData("""{"kind":"every","period":"P0D"}""", "The policy of kind \"every\" breaks a rule: The period is", "$")]
    [InlineData("""{"kind":"soonest","policies":[{"kind":"never"},{"kind":"x"}]}""", "The kind \"x\" is unknown", "$.policies[1].kind")]
    [InlineData("""{"kind":"for","selector":{},"policy":{"kind":"never"}}""", "A selector has one of", "$.selector")]
    [InlineData("""{"kind":"for","selector":{"tag":"a","facet":"b"},"policy":{"kind":"never"}}""", "A selector has one of", "$.selector")]
    [InlineData("""{"kind":"weekly","days":["someday"]}""", "\"someday\" is unknown", "$.days[0]")]
    public void ReadPolicy_BadText_SaysWhatAndWhere(string json, string message, string path)
    {
        var error = Assert.Throws<JsonException>(() => CadenceRulesJson.ReadPolicy(json));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(path, error.Path);
    }

    [Fact]
    public void Write_AHostsOwn_NeedsAName()
    {
        var own = new Own();

        Assert.Contains(
            "The policy \"my own\" is the host's own; to store it, register it",
            Assert.Throws<ArgumentException>("policy", () => CadenceRulesJson.Write(Cadence.Soonest(own))).Message,
            StringComparison.Ordinal);
        Assert.Equal("""{"kind":"named","name":"mine"}""", Lines(CadenceRulesJson.Write(own, CadencePolicies.Empty.Add("mine", own))));
    }

    [Fact]
    public void Save_AWholePlan_LoadsTheSame()
    {
        var ada = ContactId.FromValue("ada");
        var plan = new CadenceRules
        {
            Policy = Cadence.Soonest(Cadence.ByCircle(), Cadence.Named("alumni")),
            Suspensions =
                [Suspension.Pause(null, Day(1)), Suspension.Snooze(ada, Day(2), Day(9)), Suspension.OutOfOffice(ada, Day(1), Day(1))],
            QuietDays = [IsoDayOfWeek.Sunday],
            Since = Day(1),
        }
        .WithWishes(
            ada, new ContactWishes { AtMostEvery = Period.FromMonths(1), NotOn = [IsoDayOfWeek.Friday], NotAbout = [Facet.Professional] })
        .WithWishes(ContactId.FromValue("bob"), new ContactWishes { NoContact = true })
        .WithFreshStart(ada, Day(3));
        var saved = Saved(plan);
        var loaded = CadenceRulesJson.Load(new MemoryStream(saved));

        Assert.Equal(Encoding.UTF8.GetString(saved), Encoding.UTF8.GetString(Saved(loaded)));
        Assert.Equal(plan.ToString(), loaded.ToString());
        Assert.Equal(plan.Suspensions.AsEnumerable(), loaded.Suspensions);
        Assert.Equal(plan.Wishes.AsEnumerable(), loaded.Wishes);
        Assert.Equal(plan.FreshStarts.AsEnumerable(), loaded.FreshStarts);
        Assert.Equal(plan.QuietDays.AsEnumerable(), loaded.QuietDays);
        Assert.Equal(plan.Since, loaded.Since);
    }

    [Fact]
    public void Load_AnUnregisteredName_KeepsItAndNamesItWhenAsked()
    {
        var loaded = CadenceRulesJson.Load(new MemoryStream(Saved(new CadenceRules { Policy = Cadence.Named("alumni"), Since = Day(1) })));

        var failure = loaded.Resolve(
            new CadenceHistory(new Contact("ada", "Ada"), [], Instant.FromUtc(2026, 3, 2, 0, 0), DateTimeZone.Utc)).Failure!;
        Assert.Equal(("alumni", true), (failure.Policy, failure.IsNotRegistered));
        Assert.Contains("\"alumni\"", Encoding.UTF8.GetString(Saved(loaded)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"format":"relationshipkit/cadences","version":2,"policy":{"kind":"never"}}""", "$.version")]
    [InlineData("""{"format":"relationshipkit/contacts","version":1,"policy":{"kind":"never"}}""", "$.format")]
    [InlineData(
        """{"format":"relationshipkit/cadences","version":1,"policy":{"kind":"never"},"suspensions":[{"from":"2026-03-02","until":"2026-03-01","effect":"shifts"}]}""",
        "$.suspensions[0]")]
    [InlineData(
        """{"format":"relationshipkit/cadences","version":1,"policy":{"kind":"never"},"suspensions":[{"from":"2026-03-02","effect":"sleeps"}]}""",
        "$.suspensions[0].effect")]
    [InlineData(
        """{"format":"relationshipkit/cadences","version":1,"policy":{"kind":"never"},"wishes":[{"contact":"a"},{"contact":"a"}]}""",
        "$.wishes[1]")]
    [InlineData(
        """{"format":"relationshipkit/cadences","version":1,"policy":{"kind":"never"},"freshStarts":[{"contact":"a","date":"2026-02-30"}]}""",
        "$.freshStarts[0].date")]
    [InlineData(
        """{"format":"relationshipkit/cadences","version":1,"policy":{"kind":"never"},"quietDays":["monday","tuesday","wednesday","thursday","friday","saturday","sunday"]}""",
        "$.quietDays")]
    public void Load_BadDocument_SaysWhere(string json, string path) =>
        Assert.Equal(path, Assert.Throws<JsonException>(() => CadenceRulesJson.Load(new MemoryStream(Encoding.UTF8.GetBytes(json)))).Path);

    private static byte[] Saved(CadenceRules plan)
    {
        using var stream = new MemoryStream();
        CadenceRulesJson.Save(stream, plan);
        return stream.ToArray();
    }

    private static string Lines(string json) =>
        string.Concat(json.Split('\n').Select(line => line.Trim())).Replace("\": ", "\":", StringComparison.Ordinal);

    private static LocalDate Day(int day) => new(2026, 3, day);

    private sealed class Own : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) => null;

        public override string ToString() => "my own";
    }
}
