namespace RelationshipKit.Interchange.Tests.Sources;

/// <summary>Small files of every family, of the project's own making, and what happens to files.</summary>
internal static class DamagedSamples
{
    /// <summary>Gets a whole file of each family by its name.</summary>
    public static IReadOnlyDictionary<string, string> Whole { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["vcard"] =
            "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=9Cnal;Ay=C5=\r\n=9Fe;;;\r\nitem1.TEL;TYPE=\"a;b\":+49 151 1\r\nitem1.X-ABLabel:x\r\nBDAY:--0229\r\nNOTE:a\r\n b\\n\r\nX-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;--05-17;3;;\r\nEND:VCARD\r\n",
        ["google"] =
            "First Name,Birthday,E-mail 1 - Label,E-mail 1 - Value,Labels,Event 1 - Label,Event 1 - Value\nIda,--02-29,* Home,a@x ::: "
                + "b@y,\"* myContacts ::: a\",Anniversary,2015-06-20\n",
        ["linkedin"] = "Notes:\n\nFirst Name,Last Name,URL,Connected On\nA,B,https://www.linkedin.com/in/%E5%B1%B1,09 Feb 2021\n",
        ["messages"] = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE "
            + "URLS,DATE\n1,A,https://linkedin.com/in/a,\"B,C\",\"https://linkedin.com/in/b,https://linkedin.com/in/c\",2024-03-31 "
            + "01:30:00 UTC\n",
        ["touchpoints"] =
            "at,contact,channel,direction,minutes,id,note\n2026-03-02 09:00,a;b,phone,sent,0,x,\"n\"\"n\"\n1772442000,c,sms,in,,,\n",
        ["edges"] = "# a\na b 1700000000\nb a 1700000000000\n",
        ["mbox"] =
            "From a@x Tue Jan  2 08:00:00 2024\nFrom: \"A =?UTF-8?B?w7w=?=\" <a@x.org>\nTo: g: b@x.org, c@x.org;, <@h:d@x.org>\nDate: "
                + "Tue, 2 Jan 2024 08(c):00:00 GMT\nMessage-ID: <1@x>\n\nFrom here\n>From x\n\nFrom b Tue Jan  2 09:00:00 2024\nFrom: "
                + "b@x\nDate: x\n\n",
        ["eml"] =
            "Received: by x\nFrom  : a@x.org\n__\nTo: , b@x.org\n\t, c@x.org\nDate: Fri, 21 Nov 97 09:55:06 GMT\nList-Id: <l>\n\nbody",
        ["ics"] = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=\"W. Europe Standard "
            + "Time\":20240321T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20240630T000000Z;BYDAY=TH\nEXDATE:20240404T183000,20240411\nATTENDEE;CN=\"a, b\";PARTSTAT=ACCEPTED:mailto:a@x\nEND:VEVENT\nBEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20240328T183000\nDTSTART:20240329T183000Z\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:19640229\nSUMMARY:Oma's birthday\nRRULE:FREQ=YEARLY\nEND:VEVENT\nEND:VCALENDAR\n",
        ["whatsapp"] =
            "[3/13/24, 9:01:07 AM] Ida: \u200Eimage omitted\n\u200E[3/14/24, 12:05:59\u202FPM] ~ Bo: x\nsecond\n13.02.24, 10:00 - a: "
                + "Missed voice call\n",
        ["telegram"] =
            "{\"personal_information\":{\"user_id\":1},\"contacts\":{\"list\":[{\"first_name\":\"a\",\"phone_number\":\"+47 "
                + "5\",\"user_id\":2}]},\"chats\":{\"list\":[{\"name\":\"b\",\"type\":\"personal_chat\",\"id\":2,\"messages\":[{\"id\":1,\"type\":\"service\",\"action\":\"phone_call\",\"actor\":\"a\",\"actor_id\":\"user1\",\"duration_seconds\":5,\"date_unixtime\":\"1711846740\"},{\"id\":2,\"type\":\"message\",\"date\":\"2024-03-31T03:01:00\",\"from\":\"b\",\"from_id\":\"user2\",\"text\":[\"x\",{\"type\":\"y\"}]}]}]}}",
        ["signal"] = "[2024-03-05 21:00:00] Me: a\n[2024-03-05, 21:01] Ida: b\n",
        ["signaljson"] =
            "{\"date\":\"2024-03-05T21:00:00\",\"sender\":\"Me\",\"body\":\"x\"}\n{\"date\":\"2024-03-05T21:00:00\",\"sender\":\"A\",\"body\":\"\",\"call\":true,\"missed\":true}\n",
        ["imessage"] = "May 17, 2022  5:29:42 PM (Read)\nMe\nHello\n\nJun 1, 2022 12:00:00 AM\na@x.org\n\n",
        ["sms"] =
            "<?xml version='1.0'?><!-- > --><smses><sms address=\"+47 5\" date=\"1709668800123\" type=\"1\" "
                + "body=\"&#55357;&#56832;\"/><mms date=\"1709668800\" msg_box=\"1\" address=\"+471~+472\"><addrs><addr "
                + "address=\"+471\" type=\"137\"/></addrs></mms><call number=\"+475\" duration=\"5\" date=\"1709668800000\" "
                + "type=\"2\"/></smses>",
        ["monica"] =
            "{\"app_version\":\"4\",\"account\":{\"data\":[{\"type\":\"contact\",\"values\":[{\"uuid\":\"1\",\"properties\":{\"first_name\":\"a\",\"tags\":[\"t\"],\"birthdate\":{\"date\":\"2024-03-14T00:00:00Z\",\"is_year_unknown\":true}},\"data\":[{\"type\":\"call\",\"values\":[{\"uuid\":\"2\",\"properties\":{\"called_at\":\"2024-02-01T18:00:00Z\"}}]},{\"type\":\"activity\",\"values\":[\"3\"]}]}]},{\"type\":\"activity\",\"values\":[{\"uuid\":\"3\",\"properties\":{\"happened_at\":\"2024-01-20\"}}]}],\"instance\":{}}}",
    };

    /// <summary>Returns the bytes changed in one to five places.</summary>
    public static byte[] Damage(byte[] bytes, Random random)
    {
        var damaged = bytes.ToList();
        for (var i = random.Next(1, 6); i > 0 && damaged.Count > 2; i--)
        {
            var at = random.Next(damaged.Count);
            var length = Math.Min(random.Next(1, 30), damaged.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged.RemoveRange(at, length);
                    break;
                case 2:
                    damaged.InsertRange(random.Next(damaged.Count), damaged.GetRange(at, length));
                    break;
                case 3:
                    damaged.RemoveRange(at, damaged.Count - at);
                    break;
                case 4:
                    damaged.InsertRange(at, "99999999999999999999\"\\;:,=\0\uFEFF"u8.ToArray()[random.Next(10)..]);
                    break;
                default:
                    damaged[at] = (byte)"0123456789\n\r\",;:=<>{}[]"[random.Next(23)];
                    break;
            }
        }

        return [.. damaged];
    }
}
