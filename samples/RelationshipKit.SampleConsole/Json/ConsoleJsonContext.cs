using System.Text.Json.Serialization;

namespace RelationshipKit.SampleConsole.Json;

/// <summary>The JSON of the console, generated when it is built. The names are a contract: changing one breaks scripts.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ScoreJson))]
[JsonSerializable(typeof(ExplainJson))]
[JsonSerializable(typeof(DueJson))]
[JsonSerializable(typeof(LintJson))]
[JsonSerializable(typeof(SimulateJson))]
[JsonSerializable(typeof(HealthJson))]
[JsonSerializable(typeof(PlanJson))]
[JsonSerializable(typeof(ImportJson))]
[JsonSerializable(typeof(DuplicatesJson))]
[JsonSerializable(typeof(HistoryJson))]
[JsonSerializable(typeof(BriefJson))]
[JsonSerializable(typeof(IntroductionsJson))]
internal sealed partial class ConsoleJsonContext : JsonSerializerContext;
