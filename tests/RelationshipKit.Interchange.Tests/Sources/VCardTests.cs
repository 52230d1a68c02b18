using System.Text;
using NodaTime;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Tests.Sources;

public class VCardTests
{
    [Fact]
    public void Read_QuotedPrintableCutInsideACharacter_IsJoined()
    {
        var person = One(
            "VERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=9Cnal;Ay=C5=\r\n=9Fe;;;\r\nTEL;CELL:+49 151 5550 0101\r\n");

        Assert.Equal("Ayşe Ünal", person.Name);
        Assert.Equal("+4915155500101", Assert.Single(person.Addresses).Address.Value);
    }

    [Fact]
    public void Read_FoldInsideACharacter_IsJoined()
    {
        byte[] bytes = [.. "BEGIN:VCARD\r\nFN:5 \xE2"u8[..18], .. Encoding.Latin1.GetBytes("\xE2\r\n \x82\xAC\r\nEND:VCARD\r\n")];

        Assert.Equal("5 €", Assert.Single(Reading.OfBytes(bytes).People).Name);
    }

    [Fact]
    public void Read_CharsetOfOneProperty_IsThatOfTheBytesBesideIt()
    {
        var bytes = Encoding.Latin1.GetBytes("BEGIN:VCARD\nVERSION:2.1\nFN:\xC3\xE9\xFE\nLABEL;CHARSET=windows-1253:\xC1\nEND:VCARD\n");

        Assert.Equal("Γιώ".Normalize()[..2], Assert.Single(Reading.OfBytes(bytes).People).Name[..2]);
    }

    [Theory]
    [InlineData("UTF-7")]
    [InlineData("UTF-16")]
    [InlineData("utf-32")]
    [InlineData("Murks")]
    public void Read_CharsetThatCannotBe_CountsAsNone(string charset) =>
        Assert.Equal("Zoë", One($"VERSION:2.1\r\nFN;CHARSET={charset}:Zoë\r\n").Name);

    [Theory]
    [InlineData("BDAY:1985-03-14", "1985-03-14")]
    [InlineData("BDAY:19850314", "1985-03-14")]
    [InlineData("BDAY:1985-03-14T00:00:00Z", "1985-03-14")]
    [InlineData("BDAY:--0229", "--02-29")]
    [InlineData("BDAY:--02-29", "--02-29")]
    [InlineData("BDAY:1604-02-29", "--02-29")]
    [InlineData("BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-14", "--03-14")]
    [InlineData("BDAY;X-APPLE-OMIT-YEAR=1900:1900-03-14", "--03-14")]
    [InlineData("BDAY:1985", "1985")]
    [InlineData("BDAY:1985-03", "1985-03")]
    [InlineData("BDAY:19723101", "")]
    [InlineData("BDAY:circa 1800", "")]
    [InlineData("BDAY:2023-02-29", "")]
    public void Read_Birthday_IsReadInEveryForm(string line, string expected)
    {
        var person = One($"FN:a\n{line}\n");

        Assert.Equal(expected, person.Birthday.ToString());
        Assert.Equal(expected.Length == 0, person.Unknown.Exists(property => property.Name == "BDAY"));
    }

    [Fact]
    public void Read_AppleLabels_NameDatesRelationsAndAddresses()
    {
        var person = One(
            "FN:Ida\nitem1.EMAIL:Ida@Example.no\nitem1.X-ABLabel:Hytta\nitem2.X-ABDATE:2015-06-20\nitem2.X-ABLabel:_$!<Anniversary>!$_\nitem3.X-ABRELATEDNAMES:Lars\nitem3.X-ABLabel:_$!<Spouse>!$_\n");

        Assert.Equal(("hytta", "ida@example.no"), (person.Addresses[0].Label, person.Addresses[0].Address.Value));
        Assert.Equal(PartialDate.FromDate(new LocalDate(2015, 6, 20)), person.Anniversary);
        Assert.Equal(new SourceRelation("spouse", "Lars"), Assert.Single(person.Related));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_WhatWasRead_ComesBackTheSame(bool four)
    {
        var person = One(
            "UID:urn:uuid:1\nFN:Dr. Ida\\, Marie Grønn 🎈 with a name that is long enough to be folded more than once, I hope "
                + "so\nN:Grønn;Ida;Marie;Dr.;\nNICKNAME:Idi\n"
            + "EMAIL;TYPE=home:ida@example.no\nitem1.TEL:+47 555 00 130\nitem1.X-ABLabel:Hytte i skogen\nIMPP:telegram:12\nORG:Fjord "
            + "\\; Co;Forskning\nTITLE:a\\, b\nBDAY:--0314\n"
            + "ANNIVERSARY:2015-06-20\nDEATHDATE:2020\nCATEGORIES:Chor\\, "
            + "alt,Venner\nRELATED;TYPE=spouse;VALUE=text:Lars\nRELATED;TYPE=friend:urn:uuid:2\n"
            + "item2.X-ABDATE:2001-01-01\nitem2.X-ABLabel:Erste Begegnung\nNOTE:one\\ntwo\\; "
            + "three\\\\n\nX-SOCIALPROFILE;TYPE=mastodon:https://social.example/@ida\nitem3.URL:https\\://example.no\nitem3.X-ABLabel:Blog\n");

        Assert.Equal(Described(person), Described(Again(person, four)));
        Assert.Equal(Described(person), Described(Again(Again(person, four), !four)));
    }

    [Fact]
    public void Write_LinesAreAtMost75Octets()
    {
        using var stream = new MemoryStream();
        VCards.VCardWriter.Write(stream, [One($"FN:{new string('é', 500)}\n")], four: true);

        Assert.All(Encoding.Latin1.GetString(stream.ToArray()).Split("\r\n"), line => Assert.InRange(line.Length, 0, 75));
    }

    [Fact]
    public void Read_BrokenCards_LoseOnlyThemselves()
    {
        var reading = Reading.OfText(
            "BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nrubbish\nBEGIN:VCARD\nNOTE:nobody\nEND:VCARD\nBEGIN:VCARD\nFN:SECRET\n");

        Assert.Equal("B", Assert.Single(reading.People).Name);
        Assert.Equal((4L, 3L), (reading.Account.Records, reading.Account.SkippedCount));
        Assert.Equal(["line 1", "line 7", "line 10"], reading.Account.Skipped.Select(skipped => skipped.Where));
        Assert.DoesNotContain("SECRET", string.Join(' ', reading.Account.Skipped), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AddressBook_IsSafeOrLossless(bool safe)
    {
        var person = One(
            "FN:=2+5 a\nN:+b;=2+5;;;\nEMAIL;TYPE=work:a@x.org\nTEL:+47 555 00 130\nNOTE:-one\\n\"two\", "
                + "three\nCATEGORIES:a,b\nBDAY:--0229\nIMPP:telegram:12\nRELATED;TYPE=spouse;VALUE=text:Lars\nX-A;TYPE=b:c\\nd\n");
        using var stream = new MemoryStream();
        Tables.AddressBookWriter.Write(stream, [person], safe);
        var text = Encoding.UTF8.GetString(stream.ToArray());

        if (safe)
        {
            Assert.DoesNotContain(Tables.TableHeader.Split(text.Split("\r\n")[1], ','), cell => cell is ['=' or '+' or '-' or '@', ..]);
        }
        else
        {
            Assert.Equal(Described(person), Described(Assert.Single(Reading.OfText(text).People)));
        }
    }

    private static SourcePerson One(string lines) => Assert.Single(Reading.OfText($"BEGIN:VCARD\n{lines}END:VCARD\n").People);

    private static SourcePerson Again(SourcePerson person, bool four)
    {
        using var stream = new MemoryStream();
        VCards.VCardWriter.Write(stream, [person], four);
        return Assert.Single(Reading.OfBytes(stream.ToArray()).People);
    }

    private static string Described(SourcePerson person) => string.Join('\n', [
        person.Name, $"{person.Parts?.Family}|{person.Parts?.Given}|{person.Parts?.Additional}|{person.Parts?.Prefix}", person.Nickname,
        person.Organisation, person.Title, person.Note,
        $"{person.Birthday} {person.Anniversary} {person.Death} {person.Key}",
        .. person.Addresses.Select(address => $"{address.Address.Kind} {address.Address.Value} {address.Label}")
            .Order(StringComparer.Ordinal),
        .. person.Tags, .. person.Related.Select(relation => $"{relation.Kind} {relation.Name} {relation.Key}"),
        .. person.Dates.Select(date => $"{date.Label} {date.Date}"),
        .. person.Unknown.Select(property => $"{property.Group} {property.Name} {property.Parameters} {property.Value}")]);
}
