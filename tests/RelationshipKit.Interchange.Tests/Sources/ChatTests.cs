using NodaTime;

namespace RelationshipKit.Interchange.Tests.Sources;

/// <summary>Chats as the apps write them in the languages and calendars of their owners, and exports that overlap.</summary>
public class ChatTests
{
    [Theory]
    [InlineData("٢٥/٣/٢٠٢٤، ١٠:٠٠ م - Ann: x", 22)]
    [InlineData("25/03/2024 à 10:00 - Ann: x", 10)]
    [InlineData("25.03.2024 г., 10:00 ч. - Ann: x", 10)]
    [InlineData("25/3/2567 10:00 - Ann: x", 10)]
    [InlineData("2024. 03. 25. 10:00 - Ann: x", 10)]
    [InlineData("25/3/24, 10:00\u202Fp.\u00A0m. - Ann: x", 22)]
    public void Stamp_OfTheOwnersLanguage_IsThatMoment(string line, int hour) =>
        Assert.Equal(Instant.FromUtc(2024, 3, 25, hour, 0), Assert.Single(Reading.OfText($"{line}\n").Events).At);

    [Theory]
    [InlineData("24/03/05, 10:00 - Ann: x\n24/03/06, 10:00 - Rob: x\n", null)]
    [InlineData("24/03/05, 10:00 - Ann: x\n24/04/01, 10:00 - Rob: x\n", null)]
    [InlineData("24/03/05, 10:00 - Ann: x\n24/03/25, 10:00 - Rob: x\n", DateOrder.YearMonthDay)]
    public void Year_OfTwoDigitsInFront_IsTheYear(string text, DateOrder? order) =>
        Assert.Equal(
            Instant.FromUtc(2024, 3, 5, 10, 0), Reading.OfText(text, Reading.Settings with { DateOrder = order }).Events.First().At);

    [Theory]
    [InlineData("25.03.24, 10:00 - {0}: x\n")]
    [InlineData("[2024-03-25, 10:00] {0}: x\n")]
    [InlineData("Mar 25, 2024 10:00:00 AM\n{0}\nx\n\n")]
    public void Group_WithANewMember_KeepsTheKeysOfItsMessages(string line)
    {
        string Chat(params string[] senders) => string.Concat(
            senders.Select(sender => line.Replace("{0}", sender, StringComparison.Ordinal)));
        var before = Reading.OfText(Chat("Bob", "Me", "Cid", "Bob"));
        var after = Reading.OfText(Chat("Me", "Cid", "Bob", "Aaron"));

        Assert.Equal((4, 4), (before.Events.Count(), after.Events.Count()));
        Assert.Single(after.Events.Select(told => told.Key).Except(before.Events.Select(told => told.Key)));
    }
}
