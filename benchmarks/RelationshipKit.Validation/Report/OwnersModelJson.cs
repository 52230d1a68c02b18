namespace RelationshipKit.Validation.Report;

/// <summary>
/// One model: AUC within owners, also less that of recency, the share in touch of an owner's first five, log-loss and calibration; null
/// where there is none.
/// </summary>
internal sealed record OwnersModelJson(string Name, double? Auc, double? AucLessRecency, double PrecisionAt5, double? LogLoss, double? Ece);
