namespace RelationshipKit.SampleConsole.Tests;

/// <summary>A small file of every family that is read.</summary>
internal static class PeoplesFiles
{
    public const string Cards =
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë O'Neil\r\nEMAIL:zoe@example.org\r\nEND:VCARD\r\n"
        + "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoe ONeil\r\nEMAIL:zoe@example.org\r\nTEL:+442079460018\r\nEND:VCARD\r\n"
        + "BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:nobody\r\nEND:VCARD\r\n";

    public const string Mail =
        "From: Zoe <zoe@example.org>\r\nTo: me@example.org\r\nDate: Mon, 2 Feb 2026 10:00:00 +0000\r\nMessage-ID: "
            + "<1@example.org>\r\nSubject: tea\r\n\r\nno body is read\r\n";

    /// <summary>The name, what it is, the text, and how many records are in it.</summary>
    public static readonly TheoryData<string, string, string, int> All = new()
    {
        { "a.vcf", "vcard", Cards, 3 },
        { "b.csv", "contacts-csv", "First Name,Last Name,E-mail Address\nAda,Lovelace,ada@example.org\n", 1 },
        { "c.csv", "linkedin-connections", "First Name,Last Name,URL,Email Address,Company,Position,Connected "
            + "On\nAda,Lovelace,https://www.linkedin.com/in/ada,,Acme,Poet,05 Mar 2024\n", 1 },
        { "d.csv", "touchpoint-csv", Sample.Csv, 6 },
        { "e.txt", "edges", "me@example.org ada 1700000000\nada me@example.org 1700100000\n", 2 },
        { "f.mbox", "mbox", "From zoe@example.org Mon Feb  2 10:00:00 2026\n" + Mail, 1 },
        { "g.eml", "eml", Mail, 1 },
        {
            "h.ics", "ics",
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260203T100000Z\r\nDTEND:20260203T110000Z\r\nORGANIZER:mailto:me@example.org\r\n"
            + "ATTENDEE;CN=Ada:mailto:ada@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", 1
        },
        { "i.txt", "whatsapp", "[13.02.24, 21:01:02] Ada: hello\n[13.02.24, 21:05:02] Robin: hello\n", 2 },
        { "j.json", "telegram", """{"name":"Ada","type":"personal_chat","id":1,"messages":[{"id":1,"type":"message","date":"2024-02-13T10:00:00","date_unixtime":"1707818400","from":"Ada","from_id":"user2","text":"x"}]}""", 1 },
        { "k.txt", "signal", "[2024-02-13 10:00] Ada: hello\n[2024-02-13 10:05] Me: hello\n", 2 },
        { "l.txt", "imessage", "Feb 13, 2024  9:01:02 AM\nAda\nhello\n", 1 },
        { "m.xml", "sms", """<smses count="1"><sms address="+491515550101" date="1707818400000" type="1" contact_name="Ada" /></smses>""", 1 },
        { "n.csv", "linkedin-messages", "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT\n1,,Ada "
            + "Lovelace,https://www.linkedin.com/in/ada,Robin,2024-02-13 10:00:00 UTC,,hello\n", 1 },
    };
}
