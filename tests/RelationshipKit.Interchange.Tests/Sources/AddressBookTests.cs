using NodaTime;

namespace RelationshipKit.Interchange.Tests.Sources;

/// <summary>Address books in the columns, the languages and the orders of dates that people have.</summary>
public class AddressBookTests
{
    [Theory]
    [InlineData("Vorname;Name;E-Mail-Adresse\nAnn;Müller;a@x.de\n", "Ann Müller")]
    [InlineData("Nome,Cognome,E-mail\nMario,Rossi,m@x.it\n", "Mario Rossi")]
    [InlineData("Name,First Name,E-mail\nAnn Lee,Ann,a@x.org\n", "Ann Lee")]
    [InlineData("Display Name,First Name,Last Name,E-mail\nMum,Ann,Lee,a@x.org\n", "Mum")]
    [InlineData("First Name,Last Name,File As,E-mail\nAnn,Lee,\"Lee, Ann\",a@x.org\n", "Ann Lee")]
    [InlineData("First Name,Last Name,File As,E-mail\n,,\"Lee, Ann\",a@x.org\n", "Lee, Ann")]
    public void Name_IsMadeOfTheColumnsThatAreThere(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(Reading.OfText(text).People).Name);

    [Fact]
    public void FileAs_ThatIsNotTheName_IsKept() =>
        Assert.Equal(
            "Lee, Ann",
            Assert.Single(
                Assert.Single(Reading.OfText("First Name,Last Name,File As\nAnn,Lee,\"Lee, Ann\"\n").People).Unknown).Value);

    [Theory]
    [InlineData("Vorname;E-Mail 2: Adresse;Telefon privat\nAnn;a@x.org;+49 30 111111\n")]
    [InlineData("Prénom,Adresse de messagerie,Téléphone (bureau)\nAnn,a@x.org,+49 30 111111\n")]
    [InlineData("Nombre,Dirección de correo electrónico,Teléfono del trabajo\nAnn,a@x.org,+49 30 111111\n")]
    [InlineData("Cognome,Indirizzo posta elettronica,Cellulare\nAnn,a@x.org,+49 30 111111\n")]
    [InlineData("Voornaam,E-mailadres,Mobiele telefoon\nAnn,a@x.org,+49 30 111111\n")]
    [InlineData("Nome,Endereço de email,Telefone celular\nAnn,a@x.org,+49 30 111111\n")]
    public void Addresses_InColumnsOfOtherLanguages_AreAddresses(string text)
    {
        var person = Assert.Single(Reading.OfText(text).People);

        Assert.Equal(["+4930111111", "a@x.org"], person.Addresses.Select(one => one.Address.Value).Order(StringComparer.Ordinal));
        Assert.Empty(person.Unknown);
    }

    [Theory]
    [InlineData("First Name,Last Name,Assistant's Phone\nAnn,Lee,+49 30 111111\n")]
    [InlineData("Vorname,Nachname,Telefon Assistent\nAnn,Lee,+49 30 111111\n")]
    public void Phone_OfAnAssistant_IsNotThatOfThePerson(string text)
    {
        var person = Assert.Single(Reading.OfText(text).People);

        Assert.Empty(person.Addresses);
        Assert.Equal("+49 30 111111", Assert.Single(person.Unknown).Value);
    }

    [Theory]
    [InlineData("Birthday\na,3/4/1980\nb,25/12/1980\n", 4, 3)]
    [InlineData("Birthday\na,3/4/1980\nb,12/25/1980\n", 3, 4)]
    [InlineData("Birthday\na,3/4/1980\n", 3, 4)]
    [InlineData("Birthday\na,3/4/1980\nb,12/25/1980\nc,25/12/1980\n", 3, 4)]
    [InlineData("Birthday\na,3.4.1980\nb,12/25/1980\n", 4, 3)]
    [InlineData("Anniversaire\na,03/04/1980\n", 4, 3)]
    [InlineData("Compleanno\na,03/04/1980\nb,12/25/1980\n", 3, 4)]
    public void Birthday_InAnOrderThatTheFileShows_IsReadInIt(string text, int month, int day)
    {
        var reading = Reading.OfText("Name," + text);

        Assert.Equal(PartialDate.FromDate(new LocalDate(1980, month, day)), reading.People.First().Birthday);
        Assert.Equal(text.Count(c => c == '\n') - 1, reading.Account.Records);
    }

    [Theory]
    [InlineData("3/4/26", 2026)]
    [InlineData("3/4/27", 1927)]
    [InlineData("3.4.39", 1939)]
    public void Birthday_OfTwoDigits_IsNoYearToCome(string written, int year) =>
        Assert.Equal(year, Assert.Single(Reading.OfText($"Name,Birthday\na,{written}\n").People).Birthday.Year);
}
