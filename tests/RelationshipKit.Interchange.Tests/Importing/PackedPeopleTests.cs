using NodaTime;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Importing;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Tests.Importing;

public class PackedPeopleTests
{
    [Fact]
    public void People_WithEveryProperty_ComeBack()
    {
        var person = Full("Ada");
        Assert.All(
            typeof(SourcePerson).GetProperties(),
            property => Assert.NotEqual(property.GetValue(new SourcePerson()), property.GetValue(person)));

        var (back, format) = Assert.Single(Packed(person));

        Assert.Equal(SourceFormat.VCard, format);
        AssertSame(person, back);
    }

    [Theory]
    [InlineData("")]
    [InlineData("half of a pair \uD83D and more")]
    [InlineData("Zoë \U0001F600 \u0301 مرحبا")]
    public void Texts_OfAnyKind_ComeBack(string text) => AssertSame(Full(text), Assert.Single(Packed(Full(text))).Person);

    [Theory]
    [InlineData(80)]
    [InlineData(83)]
    [InlineData(84)]
    [InlineData(300_000)]
    public void Texts_OfAnyLength_ComeBack(int length)
    {
        var people = Packed(Full(new string('ä', length)), Full("b"), Full(new string('\uD83D', length)));

        AssertSame(Full(new string('ä', length)), people[0].Person);
        AssertSame(Full("b"), people[1].Person);
        AssertSame(Full(new string('\uD83D', length)), people[2].Person);
    }

    [Fact]
    public void Dates_WithPartsMissing_ComeBack()
    {
        PartialDate[] dates =
            [
                default, PartialDate.FromYear(9_999), PartialDate.FromYearMonth(1, 12), PartialDate.FromMonthDay(2, 29),
                PartialDate.FromDate(new LocalDate(9_999, 12, 31))
            ];

        foreach (var date in dates)
        {
            Assert.Equal(date, Assert.Single(Packed(new SourcePerson { Name = "a", Birthday = date })).Person.Birthday);
        }
    }

    [Fact]
    public void People_Many_ComeBackInOrder()
    {
        var names = Enumerable.Range(0, 5_000).Select(i => $"person {i}").ToArray();

        Assert.Equal(names.Select(name => $"{name} name"), Packed([.. names.Select(Full)]).Select(pair => pair.Person.Name));
    }

    private static List<(SourcePerson Person, SourceFormat Format)> Packed(params SourcePerson[] people)
    {
        var packed = new PackedPeople();
        Array.ForEach(people, person => packed.Add(person, SourceFormat.VCard));
        Assert.Equal(people.Length, packed.Count);
        return [.. packed];
    }

    private static SourcePerson Full(string text)
    {
        var person = new SourcePerson
        {
            Name = $"{text} name",
            Parts = new NameParts($"{text} f", $"{text} g", text, "p", "s"),
            Nickname = $"{text} nick",
            Birthday = PartialDate.FromMonthDay(12, 31),
            Anniversary = PartialDate.FromDate(new LocalDate(2001, 2, 3)),
            Death = PartialDate.FromYear(1999),
            Organisation = $"{text} org",
            Title = $"{text} title",
            Note = $"{text} note",
            Key = $"{text} key",
            IsMe = true,
            ConnectedOn = new LocalDate(2020, 2, 29),
            CadenceDays = 3_660,
        };
        person.Add(new SourceAddress(SourceAddressKind.Email, $"{text}@x.org"), $"{text}@x.org", "home");
        person.Add(new SourceAddress(SourceAddressKind.Phone, "+441234567890"), $"{text} written");
        person.Dates.Add(new SourceDate(text, PartialDate.FromYearMonth(2001, 2)));
        person.Tags.Add(text);
        person.Related.Add(new SourceRelation("spouse", text));
        person.Related.Add(new SourceRelation("", "", text));
        person.Unknown.Add(new SourceProperty("X-A", "TYPE=b", text, "item1"));
        return person;
    }

    private static void AssertSame(SourcePerson expected, SourcePerson actual) =>
        Assert.All(typeof(SourcePerson).GetProperties(), property => Assert.Equal(property.GetValue(expected), property.GetValue(actual)));
}
