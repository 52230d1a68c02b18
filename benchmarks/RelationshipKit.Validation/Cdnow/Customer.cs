using RelationshipKit.Btyd;

namespace RelationshipKit.Validation.Cdnow;

/// <summary>A customer at the end of the calibration: what the models see, and what came after.</summary>
/// <param name="History">The purchase-days after the first, in weeks: the unit of the published fits.</param>
/// <param name="HoldoutPurchases">The purchase-days of the holdout.</param>
internal readonly record struct Customer(RepeatHistory History, int HoldoutPurchases);
