using RelationshipKit.SampleConsole;
using RelationshipKit.SampleConsole.Rendering;

return ConsoleApp.Run(args, Screen.OfProcess());
