# shellcheck shell=bash disable=SC2034,SC2154,SC2164
# pack: the packages of src, into the feed of this run. packages: what they must hold.

pack() {
  local project
  for project in src/*/*.csproj; do
    dotnet pack "$project" -c Release -warnaserror -v quiet -p:Version="$version" -o "$tmp/feed"
  done
}

# What the packages must hold, whatever the code in them does.
inspect_packages() {
  local project id nupkg spec dependencies documented public
  for project in src/*/*.csproj; do
    id=$(basename "$project" .csproj)
    nupkg="$tmp/feed/$id.$version.nupkg"
    [ -s "$nupkg" ] || { echo "$id was not packed"; return 1; }
    [ -s "$tmp/feed/$id.$version.snupkg" ] || { echo "$id has no symbol package"; return 1; }
    mkdir -p "$tmp/unpacked/$id"
    unpack "$nupkg" "$tmp/unpacked/$id"
    for file in README.md icon.png "lib/net10.0/$id.dll" "lib/net10.0/$id.xml"; do
      [ -s "$tmp/unpacked/$id/$file" ] || { echo "$id has no $file"; return 1; }
    done
    cmp "$tmp/unpacked/$id/README.md" "$(dirname "$project")/README.md"
    spec="$tmp/unpacked/$id/$id.nuspec"
    says "$spec" '<license type="expression">MIT</license>'
    says "$spec" '<readme>README.md</readme>'
    says "$spec" '<icon>icon.png</icon>'
    says "$spec" '<releaseNotes>'
    ! grep -q '^### ' "$spec" || { echo "$id: the release notes are lists, where the changelog begins with words"; return 1; }
    [ -z "$(find "$tmp/unpacked/$id/lib" -name '*.runtimeconfig.json')" ] || { echo "$id brings settings of a program"; return 1; }

    # Types that are documented, and those that the PublicAPI files list: lines without a parameter, a value and a space.
    documented=$(grep -c '<member name="T:' "$tmp/unpacked/$id/lib/net10.0/$id.xml")
    public=$(cat "$(dirname "$project")"/PublicAPI.*.txt | tr -d '\357\273\277\r' | grep -cE '^[^#( ]+$')
    [ "$documented" -eq "$public" ] || { echo "$id documents $documented types, of which $public are public"; return 1; }
  done

  dependencies=$(grep -o '<dependency id="[^"]*"' "$tmp/unpacked/RelationshipKit/RelationshipKit.nuspec" | sort | tr '\n' ' ')
  [ "$dependencies" = '<dependency id="Microsoft.Extensions.DependencyInjection.Abstractions" <dependency id="NodaTime" ' ] || {
    echo "the core depends on: $dependencies"
    return 1
  }

  # It asks for no more than the area "lowest" tests.
  local spec="$tmp/unpacked/RelationshipKit/RelationshipKit.nuspec"
  says "$spec" "id=\"NodaTime\" version=\"$(lowest NodaTime)\""
  says "$spec" "id=\"Microsoft.Extensions.DependencyInjection.Abstractions\" version=\"$(lowest DependencyInjection)\""
}

unpack() {
  if command -v unzip >/dev/null 2>&1; then
    unzip -qo "$1" -d "$2"
  elif command -v python3 >/dev/null 2>&1; then
    python3 -m zipfile -e "$1" "$2"
  else
    bsdtar -xf "$1" -C "$2"
  fi
}

area_pack() {
  check "dotnet pack" pack
}

# For areas that use the packages, when they run without the area that makes them.
packed() {
  [ -s "$tmp/feed/RelationshipKit.$version.nupkg" ] || area_pack
}

area_packages() {
  packed
  check "packages hold what they must" inspect_packages
}
