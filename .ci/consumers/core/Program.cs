using NodaTime;
using RelationshipKit;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

// The README's quick start, from the package alone.
var asOf = Instant.FromUtc(2026, 3, 2, 9, 0);
var ada = new Contact(ContactId.FromValue("ada"), "Ada") { Circle = Circle.Close };
var log = new TouchpointLog();
var meeting = new Touchpoint(ada.Id, Instant.FromUtc(2026, 1, 10, 18, 0), Channel.InPerson, Direction.Mutual);
Console.WriteLine(log.Add(meeting));
Console.WriteLine(log.Add(meeting));
log.Add(new Touchpoint(ada.Id, Instant.FromUtc(2026, 1, 28, 8, 30), Channel.Message, Direction.Incoming));
log.Add(new Touchpoint(ada.Id, Instant.FromUtc(2026, 2, 14, 12, 15), Channel.Voice, Direction.Incoming));
var scorer = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZoneProviders.Tzdb["Europe/London"]);
var score = scorer.For(ada).ScoreAt(log.Of(ada), asOf);
Console.WriteLine($"strength {score.Strength} ({score.Evidence}), {score.Rhythm}");
Console.WriteLine($"balance {score.Reciprocity}, momentum {score.Momentum:+0.00;-0.00}");
Console.WriteLine($"in touch within 30 days: {score.Forecast.ContactWithin(Duration.FromDays(30)):P0}");

// One touch in person this moment is one half, exactly.
var now = new Touchpoint(ada.Id, asOf, Channel.InPerson, Direction.Mutual);
Console.WriteLine(scorer.ScoreAt([now], asOf).Strength.Value == 0.5);

// A state, stored and read back, answers the same.
var state = scorer.StateOf(log.Of(ada), asOf);
Console.WriteLine(scorer.ScoreAt(TieState.FromBytes(state.ToBytes(), scorer.Fold, scorer.Zone), asOf) == score);
