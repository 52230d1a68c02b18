namespace RelationshipKit.Validation;

/// <summary>What was asked for, or a file, will not do; the message says why in one line.</summary>
internal sealed class BadInputException(string message, Exception? innerException = null) : Exception(message, innerException);
