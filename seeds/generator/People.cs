namespace RelationshipKit.SeedGenerator;

/// <summary>Made-up people: any likeness to the living is chance.</summary>
internal static class People
{
    private static readonly string[] Given =
    [
        "Abena", "Aiko", "Alejandra", "Anahera", "Anders", "Anneke", "Ayodele", "Beatriz", "Bogdan", "Camille", "Chidi", "Dalia",
        "Daniyar", "Eero", "Emeka", "Esperanza", "Fatoumata", "Freya", "Giulia", "Gulnara", "Hamza", "Hye-jin", "Ibrahim", "Ilse",
        "Imani", "Ioana", "Jasper", "Jiho", "Kailani", "Kerstin", "Khalid", "Lakshmi", "Leila", "Lorenzo", "Mahmoud", "Malia",
        "Mateusz", "Mei-Ling", "Mihai", "Nadia", "Niamh", "Nikos", "Oksana", "Omar", "Paloma", "Quang", "Rania", "Rohan", "Saoirse",
        "Sibusiso", "Siddharth", "Solveig", "Tamar", "Tariq", "Thandiwe", "Tomás", "Ulrich", "Vesna", "Wanjiru", "Yusuf", "Zoë",
    ];

    private static readonly string[] Family =
    [
        "Abara", "Achterberg", "Aksoy", "Andrade", "Arroyo", "Asante", "Bakker", "Balogun", "Bianchi", "Bondarenko", "Castellanos",
        "Chandra",
        "Dlamini", "Dvořák", "Eriksen", "Falaniko", "Ferrante", "Fitzgerald", "Gebre", "Georgiou", "Hakimi", "Halvorsen", "Herrera", "Ito",
        "Jankowski", "Kamau", "Kovač", "Laurent", "Lindholm", "Mahlangu", "Mbeki", "Mendes", "Mikkelsen", "Mwangi", "Nakamura", "Nguyen",
        "Novotná", "Obi", "Olsen", "Osei", "Pahlavi", "Parata", "Petrov", "Pillai", "Quintero", "Rahman", "Rossi", "Saito", "Salazar",
        "Schreiber", "Sharma", "Silva", "Tanaka", "Tremblay", "Ueda", "Vaszary", "Villanueva", "Wójcik", "Yamada", "Zhang", "Zieliński",
    ];

    /// <summary>Returns so many different names.</summary>
    public static string[] Draw(Dice random, int count)
    {
        var names = new List<string>();
        while (names.Count < count)
        {
            var name = $"{random.Pick<string>(Given)} {random.Pick<string>(Family)}";
            if (!names.Contains(name))
            {
                names.Add(name);
            }
        }

        return [.. names];
    }
}
