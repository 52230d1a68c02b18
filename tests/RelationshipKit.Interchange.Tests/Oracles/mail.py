"""Reads mail with Python's own library, or makes a mailbox with it: read mbox|eml PATH..., make PATH SEED COUNT."""
import email
import email.header
import email.policy
import email.utils
import json
import mailbox
import random
import sys
from email.message import EmailMessage


def told(message):
    try:
        date = email.utils.parsedate_to_datetime(str(message["date"])).timestamp()
    except (TypeError, ValueError, IndexError):
        date = None
    people = []
    for name in ("from", "to", "cc", "bcc"):
        fields = message.get_all(name, [])
        people += [address.lower() for _, address in email.utils.getaddresses([str(field) for field in fields]) if "@" in address]
    return {"id": str(message["message-id"] or "").strip(" \t\r\n<>"), "date": date, "people": people}


def read(kind, paths):
    for path in paths:
        if kind == "mbox":
            box = mailbox.mbox(path, factory=lambda file: email.message_from_binary_file(file, policy=email.policy.compat32), create=False)
            yield [told(message) for message in box]
        else:
            with open(path, "rb") as file:
                yield [told(email.message_from_binary_file(file, policy=email.policy.compat32))]


def make(path, seed, count):
    rng = random.Random(seed)
    scraps = ["Ada", "Zoë", "李 小龍", "O'Neil", "Quist, Fay", 'the "boss"', "a;b", "x" * 60, "(home)", "=?x?", "😀", "Müller-Lüdenscheidt"]
    lines = ["From here on", "From a@x.org Tue Jan  2 08:00:00 2024", ">From b", "", "To: nobody@example.org", "Date: never", "=3D" * 20, "ü" * 30, "--b0", "."]

    def person():
        local = rng.choice(["ada", "zoe.b", "x+y", "o'neil", "fay_quist", "n-%d" % rng.randrange(99)])
        address = "%s@%s" % (local, rng.choice(["x.org", "mail.example.org", "EXAMPLE.com"]))
        return email.utils.formataddr((email.header.Header(rng.choice(scraps), "utf-8").encode() if rng.random() < .5 else "", address)) if rng.random() < .8 else address

    box = mailbox.mbox(path)
    for number in range(count):
        message = EmailMessage(policy=email.policy.compat32)
        message["From"] = person()
        for field in ("To", "Cc"):
            people = [person() for _ in range(rng.choice([0, 1, 1, 2, 9]))]
            if people:
                message[field] = rng.choice([", ", ",\n ", ",\n\t"]).join(people)
        zone = rng.choice([-720, -210, 0, 60, 345, 840])
        moment = rng.randrange(0, 1_760_000_000)
        text = email.utils.format_datetime(__import__("datetime").datetime.fromtimestamp(moment, __import__("datetime").timezone(__import__("datetime").timedelta(minutes=zone))))
        message["Date"] = rng.choice([text, text + " (a zone)", text.split(", ")[1], "\n " + text])
        if rng.random() < .9:
            message["Message-ID"] = "<%d.%d@x.org>" % (seed, number)
        message["Subject"] = email.header.Header(" ".join(rng.choices(scraps, k=rng.randrange(1, 6))), "utf-8")
        message.set_payload("\n".join(rng.choices(lines, k=rng.randrange(0, 12))).encode("utf-8"))
        box.add(message)
    box.flush()


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    else:
        print(json.dumps(list(read(sys.argv[2], sys.argv[3:]))))
