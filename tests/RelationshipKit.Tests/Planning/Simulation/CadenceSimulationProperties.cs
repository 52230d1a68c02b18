using FsCheck.Xunit;
using RelationshipKit.Planning.Simulation;
using RelationshipKit.Tests.Seeds;

namespace RelationshipKit.Tests.Planning.Simulation;

/// <summary>What holds of a simulation whatever the seed; lived on the dozen.</summary>
public class CadenceSimulationProperties
{
    private static readonly SeedFile Dozen = new("dozen");

    [Property(MaxTest = 20)]
    public bool The_same_seed_lives_the_same_life(ulong seed)
    {
        var (first, second) = (Live(seed, 26), Live(seed, 26));
        return Told.By(first.Weeks) == Told.By(second.Weeks) && Told.By(first.Contacts) == Told.By(second.Contacts);
    }

    [Property(MaxTest = 20)]
    public bool A_longer_life_begins_as_the_shorter_one(ulong seed, byte weeks) =>
        Told.By(Live(seed, 1 + (weeks % 20)).Weeks) == Told.By(Live(seed, 30).Weeks.Take(1 + (weeks % 20)));

    [Property(MaxTest = 20)]
    public bool What_weeks_and_contacts_sum_to_is_the_same(ulong seed)
    {
        var life = Live(seed, 26);
        return life.Reached == life.Contacts.Sum(contact => contact.Reached)
            && life.Weeks.Sum(week => week.Answered) == life.Contacts.Sum(contact => contact.Answered)
            && life.Weeks.Sum(week => week.Theirs) == life.Contacts.Sum(contact => contact.Theirs)
            && life.Weeks.All(week => week.Answered <= week.Reached)
            && life.Contacts.All(contact => contact.Reached <= contact.DueDays);
    }

    [Property(MaxTest = 20)]
    public bool A_contacts_luck_does_not_depend_on_who_else_there_is(ulong seed, byte without)
    {
        var settings = SimulationSettings.Default with { Seed = seed, Weeks = 26 };
        var ties = Dozen.Network.Contacts.Select(contact => (contact, Dozen.Network.Log.Of(contact))).ToArray();
        var gone = ties[without % ties.Length].contact.Id;
        var all = CadenceSimulation.Run(Dozen.Book.Cadences, Dozen.Scorer, ties, Dozen.AsOf, settings);
        var fewer = CadenceSimulation.Run(
            Dozen.Book.Cadences, Dozen.Scorer, ties.Where(tie => tie.contact.Id != gone), Dozen.AsOf, settings);
        return Told.By(fewer.Contacts) == Told.By(all.Contacts.Where(contact => contact.Contact != gone));
    }

    [Property(MaxTest = 20)]
    public bool No_week_passes_its_limit(ulong seed, byte most) =>
        Dozen.Book.Simulate(Dozen.AsOf, SimulationSettings.Default with { Seed = seed, Weeks = 12, MostPerWeek = most % 4 }).Weeks.All(
            week => week.Reached <= most % 4);

    private static CadenceSimulation Live(ulong seed, int weeks) =>
        Dozen.Book.Simulate(Dozen.AsOf, SimulationSettings.Default with { Seed = seed, Weeks = weeks });
}
