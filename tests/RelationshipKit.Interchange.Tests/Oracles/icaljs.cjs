// Reads a JSON list of texts from the standard input and writes what ical.js makes of each: MODULE cards|events UNTIL
const fs = require('fs');
const loaded = require(process.argv[2]);
const ICAL = loaded.default || loaded;
const until = Number(process.argv[4] || 0);

const first = (card, name) => card.getFirstProperty(name);
const text = property => property ? String(property.getFirstValue() ?? '') : '';
const parts = property => {
  const value = property ? property.getFirstValue() : [];
  return (Array.isArray(value) ? value : [value]).map(part => Array.isArray(part) ? part.join(',') : String(part ?? ''));
};

// A name such as item1.EMAIL is a property of its own there.
const all = (card, name) => card.getAllProperties().filter(property => property.name === name || property.name.endsWith('.' + name));

function cards(source) {
  const parsed = ICAL.parse(source);
  return (Array.isArray(parsed[0]) ? parsed : [parsed]).map(one => {
    const card = new ICAL.Component(one);
    return {
      name: text(all(card, 'fn')[0]),
      parts: parts(first(card, 'n')),
      emails: all(card, 'email').map(text),
      phones: all(card, 'tel').map(text),
      organisation: parts(all(card, 'org')[0]),
      title: text(all(card, 'title')[0]),
      notes: all(card, 'note').map(text),
      tags: all(card, 'categories').flatMap(property => property.getValues().map(String)),
    };
  });
}

function events(source) {
  const calendar = new ICAL.Component(ICAL.parse(source));
  calendar.getAllSubcomponents('vtimezone').forEach(zone => ICAL.TimezoneService.register(zone));
  const all = calendar.getAllSubcomponents('vevent').map(one => new ICAL.Event(one));
  const starts = [];
  const seconds = time => time.zone === ICAL.Timezone.localTimezone
    ? Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second) / 1000 : time.toUnixTime();
  for (const event of all.filter(one => !one.isRecurrenceException())) {
    all.filter(one => one.isRecurrenceException() && one.uid === event.uid).forEach(one => event.relateException(one));
    if (!event.isRecurring()) {
      starts.push(seconds(event.startDate));
      continue;
    }

    const walk = event.iterator();
    for (let next = walk.next(), i = 0; next && i < 5000 && seconds(next) <= until; next = walk.next(), i++) {
      starts.push(seconds(event.getOccurrenceDetails(next).startDate));
    }
  }

  return starts.filter(start => start <= until).sort((a, b) => a - b);
}

const read = process.argv[3] === 'cards' ? cards : events;
console.log(JSON.stringify(JSON.parse(fs.readFileSync(0, 'utf8')).map(source => {
  try {
    return read(source);
  } catch {
    return null;
  }
})));
