namespace RelationshipKit.Benchmarks.Limit;

/// <summary>A path of the kit beside the C++ program, or the loop, each per item, and the median of their paired ratios.</summary>
internal sealed record LimitRow(string Path, string Item, double KitNs, double OtherNs, double Ratio);
