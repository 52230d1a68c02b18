# shellcheck shell=bash disable=SC2034,SC2154,SC2164
# lowest: the core and its tests with the lowest versions of what its package asks for. Laws are left to the area of tests.

# Tests look for the files of the repository from where they lie, so that they are built within it.
test_lowest() {
  local args=(tests/RelationshipKit.Tests -p:UseLowest=true -p:RunAnalyzersDuringBuild=false --artifacts-path artifacts/lowest)
  dotnet test "${args[@]}" --filter "FullyQualifiedName!~Properties&FullyQualifiedName!~Documentation&FullyQualifiedName!~Conventions&FullyQualifiedName!~Bulk"
  says "artifacts/lowest/bin/RelationshipKit.Tests/debug/RelationshipKit.Tests.deps.json" "\"NodaTime/$(lowest NodaTime)\""
}

# lowest NAME: the lowest version, as Directory.Packages.props names it.
lowest() {
  sed -n "s:.*<Lowest$1>\(.*\)</Lowest$1>.*:\1:p" Directory.Packages.props | grep .
}

area_lowest() {
  check "RelationshipKit: its tests with the lowest dependencies" test_lowest
}
