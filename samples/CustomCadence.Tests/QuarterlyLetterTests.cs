using RelationshipKit;
using RelationshipKit.Testing;

namespace CustomCadence.Tests;

public class QuarterlyLetterTests
{
    [Fact]
    public void Keeps_the_laws() => CadencePolicyLaws.Check(new QuarterlyLetter());

    // The laws check the shape. Only cases can check which dates are right.
    [Theory]
    [InlineData("2026-01-01", "ideal 2026-04-06, latest 2026-04-20")]
    [InlineData("2026-03-31", "ideal 2026-04-06, latest 2026-04-20")]
    [InlineData("2026-04-01", "ideal 2026-07-06, latest 2026-07-20")]
    [InlineData("2026-12-31", "ideal 2027-01-04, latest 2027-01-18")]
    public void NextDue_AfterATouch_IsTheFirstMondayOfTheNextQuarter(string touched, string expected)
    {
        var reference = NodaTime.Text.LocalDatePattern.Iso.Parse(touched).Value;
        var context = new CadenceContext(new Contact(ContactId.FromValue("ada"), "Ada"), reference, reference);

        Assert.Equal(expected, new QuarterlyLetter().NextDue(context).ToString());
    }
}
