using RelationshipKit.Validation;

return ValidationApp.Run(args, Console.Out, Console.Error);
