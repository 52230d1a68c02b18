using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Serialization;

namespace RelationshipKit.Tests.Cadences;

/// <summary>Policies of a host's own that are stored with their parameters.</summary>
public partial class CadenceKindTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly CadencePolicies Kinds = CadencePolicies.Empty.AddKind("everyFewDays", AppJson.Default.EveryFewDays);

    [Fact]
    public void Policy_OfAKind_IsWrittenWithItsParametersAndReadAgain()
    {
        var policy = Cadence.Soonest(new EveryFewDays(12), Cadence.For(ContactSelector.In(Circle.Inner), new EveryFewDays(3)));
        var json = CadenceRulesJson.Write(policy, Kinds);

        Assert.Contains(
            """{"kind":"everyFewDays","own":{"days":12}}""", string.Concat(json.Where(letter => !char.IsWhiteSpace(letter))),
            StringComparison.Ordinal);
        Assert.Equal(policy, CadenceRulesJson.ReadPolicy(json, Kinds));
        Assert.Contains(
            "must be one of never, named,", Assert.Throws<JsonException>(() => CadenceRulesJson.ReadPolicy(json)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Book_KeepsAKind_ThroughSavingChangesMergingErasingAndUndoing()
    {
        using var provider = new ServiceCollection()
            .AddRelationshipKit(kit => kit.AddCadenceKind("everyFewDays", AppJson.Default.EveryFewDays))
            .BuildServiceProvider();
        var books = provider.GetRequiredService<RelationshipBookFactory>();
        var book = books.Create(DateTimeZone.Utc, new EveryFewDays(12)).Add(
            Person("ada"), Person("bo"), Person("cy")).OrThrow().WithOverride("bo", new EveryFewDays(3)).OrThrow();
        var merged = book.Merge("ada", "bo").OrThrow();

        foreach (var each in (RelationshipBook[])[book, merged, merged.Split("bo").OrThrow(), book.Erase("cy").OrThrow()])
        {
            using var stream = new MemoryStream();
            each.Save(stream);
            stream.Position = 0;
            var loaded = books.Load(stream);
            Assert.Equal(
                each.Contacts.Select(contact => each.CadenceOf(contact.Id, Now).Window),
                loaded.Contacts.Select(contact => loaded.CadenceOf(contact.Id, Now).Window));
            Assert.Equal(each.Undo().Book.Overrides, loaded.Undo().Book.Overrides);
        }

        Assert.Equal(new LocalDate(2026, 3, 4), merged.Split("bo").OrThrow().CadenceOf("bo", Now).Window!.Value.Ideal);
    }

    [Theory]
    [InlineData("""{"kind":"everyFewDays"}""", "$")]
    [InlineData("""{"kind":"everyFewDays","own":null}""", "$")]
    [InlineData("""{"kind":"everyFewDays","own":{"days":0}}""", "$.own")]
    [InlineData("""{"kind":"everyFewDays","own":{"days":"SECRET"}}""", "$.own.days")]
    [InlineData("""{"kind":"everyFewDays","own":{"days":3},"period":"P1W"}""", "$.period")]
    [InlineData("""{"kind":"every","period":"P1W","own":{}}""", "$.own")]
    public void Read_DamagedParameters_SaysWhere(string json, string path)
    {
        var problem = Assert.Throws<JsonException>(() => CadenceRulesJson.ReadPolicy(json, Kinds));

        Assert.Equal(path, problem.Path);
        Assert.DoesNotContain("SECRET", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddKind_TakenOrStockNames_AreRefused()
    {
        Assert.Throws<ArgumentException>("kind", () => Kinds.AddKind("everyFewDays", AppJson.Default.Other));
        Assert.Throws<ArgumentException>("kind", () => Kinds.AddKind("another", AppJson.Default.EveryFewDays));
        Assert.Throws<ArgumentException>("kind", () => Kinds.AddKind("every", AppJson.Default.Other));
        Assert.Throws<ArgumentException>(() => Kinds.AddKind(" ", AppJson.Default.Other));
        Assert.Throws<ArgumentNullException>("type", () => Kinds.AddKind<Other>("other", null!));
        Assert.Throws<ArgumentException>(() => CadenceRulesJson.Write(new Other(), Kinds));
    }

    private static Contact Person(string id) => new(id, id) { AddedOn = new LocalDate(2026, 3, 1) };

    internal sealed record EveryFewDays : ICadencePolicy
    {
        public EveryFewDays(int days) =>
            Days = days > 0 ? days : throw new ArgumentOutOfRangeException(nameof(days), days, "The days must be 1 or more.");

        public int Days { get; }

        public CadenceWindow? NextDue(CadenceContext context) => CadenceWindow.From(context.Reference.PlusDays(Days), Days / 2);
    }

    internal sealed record Other : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) => null;
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(EveryFewDays))]
    [JsonSerializable(typeof(Other))]
    internal sealed partial class AppJson : JsonSerializerContext;
}
