using RelationshipKit.SampleWeb;

SampleWebApp.Create(args).Run();
