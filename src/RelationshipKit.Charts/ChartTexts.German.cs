namespace RelationshipKit.Charts;

/// <content>The German texts.</content>
public static partial class ChartTexts
{
    private sealed class GermanTexts : IChartTexts
    {
        public string Language => "de";

        public string TextOf(ChartPhrase phrase) => phrase switch
        {
            ChartPhrase.DecimalSign => ",",
            ChartPhrase.Months => "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
            ChartPhrase.Weekdays => "Mo Di Mi Do Fr Sa So",
            ChartPhrase.AsOf => "Stand {0}",
            ChartPhrase.Today => "heute",
            ChartPhrase.Nothing => "Noch nichts zu zeigen.",
            ChartPhrase.More => "und {0} weitere",
            ChartPhrase.Other => "andere",
            ChartPhrase.TieTitle => "Die Verbindung zu {0}",
            ChartPhrase.TieDescription =>
                "Stärke einer Verbindung über die Zeit, die Kontakte je Kanal, und wie es mit und ohne Kontakt heute weitergeht.",
            ChartPhrase.StrengthAxis => "Stärke (0 bis 1)",
            ChartPhrase.SoFar => "bisher",
            ChartPhrase.IfNothing => "ohne Kontakt",
            ChartPhrase.IfTouch => "mit Kontakt heute: {0}",
            ChartPhrase.FallsTo => "fällt auf {0} am {1}",
            ChartPhrase.IsBelow => "ist bereits bei {0} oder weniger",
            ChartPhrase.NeverFalls => "bleibt über {0}",
            ChartPhrase.StrengthNow => "Stärke {0}",
            ChartPhrase.TouchLine => "{0}: {1}",
            ChartPhrase.CirclesTitle => "Kreise nach Stärke der Verbindung",
            ChartPhrase.CirclesDescription => "Jeder Mensch ein Punkt: je näher der Mitte, desto stärker; ein Sektor je Kreis.",
            ChartPhrase.CircleCount => "{0}: {1} von {2}",
            ChartPhrase.NoCircle => "ohne Kreis: {0}",
            ChartPhrase.NamesShown => "{0} von {1} Namen haben Platz",
            ChartPhrase.RingUnit => "Ringe: Stärke",
            ChartPhrase.HeatmapTitle => "Ein Jahr Kontakte",
            ChartPhrase.HeatmapOf => "Ein Jahr Kontakte mit {0}",
            ChartPhrase.HeatmapDescription => "Ein Quadrat je Tag, kräftiger je mehr Kontakte.",
            ChartPhrase.TouchesADay => "Kontakte am Tag",
            ChartPhrase.TouchCount => "Kontakte: {0}",
            ChartPhrase.BalanceTitle => "Geben und Nehmen",
            ChartPhrase.BalanceDescription =>
                "Gegebene und empfangene Tage, ältere zählen weniger (Halbwertszeit 180 Tage), und das Gleichgewicht von -1 (ich gebe "
                    + "alles) bis +1 (sie geben alles).",
            ChartPhrase.Given => "gegeben",
            ChartPhrase.Received => "empfangen",
            ChartPhrase.DirectionDays => "Kontakttage, gewichtet; rechts: Gleichgewicht",
            ChartPhrase.Unknown => "unbekannt",
            ChartPhrase.WeekTitle => "Die Woche ab {0}",
            ChartPhrase.WeekDescription => "Mit wem an welchem Tag, mit Minuten.",
            ChartPhrase.WeekSum => "Kontakte: {0}, Minuten: {1}",
            ChartPhrase.WeekItem => "{0}: {1}, {2} min",
            ChartPhrase.MinutesADay => "unter jedem Tag: Minuten",
            ChartPhrase.LoadTitle => "Kontakte je Woche, simuliert",
            ChartPhrase.LoadDescription =>
                "Kontakte und Fällige je simulierter Woche. Der Zufall folgt aus dem Startwert; keine Vorhersage.",
            ChartPhrase.LoadSum => "{0} Wochen, Startwert {1}: Mittel {2} je Woche, Spitze {3}, nie erreicht {4}",
            ChartPhrase.PeopleAWeek => "Menschen je Woche",
            ChartPhrase.Reached => "Kontakte",
            ChartPhrase.Due => "fällig",
            ChartPhrase.Mean => "Mittel der Kontakte",
            ChartPhrase.HealthTitle => "Die letzten zwölf Monate",
            ChartPhrase.HealthDescription => "Kontakttage und lebende Verbindungen, Monat für Monat.",
            ChartPhrase.ContactDays => "Kontakttage im Monat",
            ChartPhrase.LivingTies => "Verbindungen mit Stärke ab {0}",
            ChartPhrase.ReliabilityTitle => "Wie verlässlich die Vorhersagen waren",
            ChartPhrase.ReliabilityDescription =>
                "Für Gruppen früherer Vorhersagen: die vorhergesagte Chance und der eingetroffene Anteil mit 90-%-Intervall. Auf der "
                    + "Linie ist vollkommen.",
            ChartPhrase.ReliabilitySum => "Vorhersagen: {0}, je für {1} Tage",
            ChartPhrase.ForecastAxis => "vorhergesagte Chance (%)",
            ChartPhrase.ObservedAxis => "eingetroffen (%)",
            ChartPhrase.Perfect => "vollkommen",
            ChartPhrase.Group => "eine Gruppe Vorhersagen, 90-%-Intervall",
            ChartPhrase.DecayTitle => "Wie schnell Kontakt verblasst",
            ChartPhrase.DecayDescription => "Wie viel ein Kontakt nach so vielen Tagen noch zählt.",
            ChartPhrase.DaysAxis => "Tage seit dem Kontakt",
            ChartPhrase.RetainedAxis => "zählt noch (%)",
            _ => English.TextOf(phrase),
        };

        public string NameOf(Channel channel)
        {
            ArgumentNullException.ThrowIfNull(channel);
            return channel.Name switch
            {
                "message" => "Nachricht",
                "e-mail" => "E-Mail",
                "social" => "Netzwerk",
                "letter" => "Brief",
                "voice" => "Anruf",
                "video" => "Video",
                "in-person" => "Treffen",
                "group-event" => "Gruppe",
                "voice-message" => "Sprachnachricht",
                var name => name,
            };
        }

        public string NameOf(Circle circle)
        {
            ArgumentNullException.ThrowIfNull(circle);
            return circle.Name switch
            {
                "inner" => "innerster",
                "close" => "enger",
                "affinity" => "Freunde",
                "active" => "aktiver",
                var name => name,
            };
        }
    }
}
