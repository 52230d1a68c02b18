using System.Globalization;
using System.Text;
using RelationshipKit.SeedGenerator;

namespace RelationshipKit.Benchmarks.Files;

/// <summary>Files of made-up people, the same for a seed.</summary>
internal sealed record MadeFiles(string Contacts, string Cards, string Touchpoints, string Mail)
{
    private const int People = 500;

    private static readonly string[] Given = ["Ada", "Grace", "Zoë", "Jürgen", "Noor", "Bo", "Chidi", "Mei", "Ioana", "Piotr"];

    private static readonly string[] Family = ["Lovelace", "Hopper", "O'Neil", "Müller", "Haddad", "Lee", "Okafor", "Lin", "Pop", "Nowak"];

    private static readonly string[] Words =
        ["lunch", "next", "week", "at", "the", "station", "with", "both", "children", "if", "it", "does", "not", "rain"];

    public static MadeFiles Write(string folder, int megabytes)
    {
        string At(string name) => Path.Combine(folder, name);
        var length = megabytes * 1_000_000L;
        var files = new MadeFiles(At("contacts.csv"), At("contacts.vcf"), At("touchpoints.csv"), At("mail.mbox"));
        Write(
            files.Contacts, length,
            "First Name,Last Name,Organization Name,Organization Title,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail "
                + "2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value\n",
            Contact);
        Write(files.Cards, length, "", Card);
        Write(files.Touchpoints, length, "at,contact,channel,direction,minutes,note\n", Touchpoint);
        Write(files.Mail, length, "", Message);
        return files;
    }

    private static void Write(string path, long length, string head, Action<StringBuilder, Dice, int> record)
    {
        var random = new Dice(20260302);
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false));
        writer.Write(head);
        var text = new StringBuilder();
        for (var i = 0; writer.BaseStream.Position < length; i++)
        {
            text.Clear();
            record(text, random, i);
            writer.Write(text);
        }
    }

    private static T One<T>(Dice random, T[] list) => random.Pick<T>(list);

    private static string Some(Dice random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => One(random, Words)));

    private static void Contact(StringBuilder text, Dice random, int i)
    {
        var (given, family) = (One(random, Given), One(random, Family));
        text.Append(
            CultureInfo.InvariantCulture,
            $"{given},{family} {i},Firm {random.Below(900)} "
                + $"Ltd,Engineer,19{random.Below(60) + 40}-{random.Below(12) + 1:00}-{random.Below(28) + 1:00},")
            .Append(
                CultureInfo.InvariantCulture,
                $"\"{Some(random, 4)}, \"\"{Some(random, 3)}\"\"\",* myContacts ::: "
                    + $"choir,Work,p{i}@firm.example,Home,p{i}.{family.Length}@home.example,Mobile,+44 7700 9{i:000000}\n");
    }

    private static void Card(StringBuilder text, Dice random, int i)
    {
        var (given, family) = (One(random, Given), One(random, Family));
        text.Append(
            CultureInfo.InvariantCulture,
            $"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{given} {family} {i}\r\nN:{family} {i};{given};;;\r\nORG:Firm {random.Below(900)} "
                + $"Ltd\r\nTITLE:Engineer\r\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"BDAY:19{random.Below(60) + 40}-{random.Below(12) + 1:00}-{random.Below(28) + 1:00}\r\nNOTE:{Some(random, 4)}\\, "
                    + $"\"{Some(random, 9)}\r\n  {Some(random, 3)}\"\r\nCATEGORIES:choir\r\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"EMAIL;TYPE=INTERNET,WORK:p{i}@firm.example\r\nitem1.EMAIL;type=INTERNET:p{i}.{family.Length}@home.example\r\nitem1.X-ABLabel:_$!<Home>!$_\r\nTEL;TYPE=CELL:+44 7700 9{i:000000}\r\nADR;TYPE=HOME:;;{i} Station Road;Oxford;;OX1 1AA;England\r\nEND:VCARD\r\n");
    }

    private static void Touchpoint(StringBuilder text, Dice random, int i) =>
        text.Append(
            CultureInfo.InvariantCulture,
            $"{new DateTime(2015, 1, 1).AddMinutes(i * 7L % 5_000_000):yyyy-MM-dd'T'HH:mm:ss'Z'},person {random.Below(People)},")
            .Append(random.Below(2) == 0 ? "call,outgoing" : "message,incoming")
                .Append(CultureInfo.InvariantCulture, $",{random.Below(60) + 1},\"{Some(random, 3)}, {i}\"\n");

    private static void Message(StringBuilder text, Dice random, int i)
    {
        var (who, at) = (random.Below(People), new DateTime(2015, 1, 1).AddMinutes(i * 97L % 5_000_000));
        var sent = random.Below(3) == 0;
        var (from, to) = sent ? ("Me <me@example.org>", Address(who)) : (Address(who), "Me <me@example.org>");
        text.Append(
            CultureInfo.InvariantCulture,
            $"From {i}@example.org {at:ddd MMM dd HH:mm:ss yyyy}\nReceived: from mx{random.Below(9)}.example.org (mx.example.org "
                + $"[192.0.2.{random.Below(255)}])\n\tby mail.example.org with ESMTPS id {i:x8};\n\t{at:ddd, dd MMM yyyy HH:mm:ss} +0000\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org; s=x;\n\th=from:to:subject; "
                    + $"b={new string('A', 64)}\n\t {new string('b', 64)}\nFrom: {from}\nTo: {to}\n");
        if (random.Below(4) == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"Cc: {Address(random.Below(People))},\n {Address(random.Below(People))}\n");
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"Date: {at:ddd, dd MMM yyyy HH:mm:ss} +0000\nMessage-ID: <{i}.{who}@example.org>\nSubject: "
                + $"{Some(random, 5)}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n");
        for (var lines = random.Below(60); lines > 0; lines--)
        {
            text.Append(Some(random, 12)).Append('\n');
        }

        text.Append('\n');
    }

    private static string Address(int who) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{Given[who % 10]} {Family[who / 10 % 10]}\" <p{who}@example.org>");
}
