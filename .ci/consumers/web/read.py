# Another program, which knows nothing of the kit but its JSON.
import datetime, json, sys, urllib.request

url = sys.argv[1]

def get(path):
    with urllib.request.urlopen(url + path) as answer:
        return json.load(answer)

score = get("/contacts/ada")
assert score["asOf"] == "2026-03-02T09:00:00Z" and 0 < score["strength"] < 1, score
assert 0 < score["forecast"]["within7Days"] < score["forecast"]["within30Days"] < score["forecast"]["within90Days"] < 1, score
cadence = get("/contacts/ada/cadence")
assert cadence["policy"] == "every 9 days, sooner when the tie fades", cadence
due = get("/due")
assert [(one["contact"], one["name"], one["isIntervalDue"]) for one in due] == [("ada", "Ada", True)], due
ideal, latest = map(datetime.date.fromisoformat, due[0]["resolution"]["window"].split("/"))
assert ideal <= latest and due[0]["resolution"]["overridden"][0]["policyName"] == "alumni", due
plan = get("/plan")
assert all(item["contact"] == "ada" for item in plan["items"]), plan
book = json.dumps(get("/book"))
assert '{"kind": "everyFewDays", "own": {"Days": 9}}' in book and '"name": "alumni"' in book, book[:2000]
assert "secret" not in json.dumps([score, cadence, due, plan]), "a note has left the book"
print("read")
