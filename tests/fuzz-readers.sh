#!/usr/bin/env bash
# Damages small files of every family at random and reads them: fuzz-readers.sh [EXECUTIONS] [SEED] [FAMILY...].
# Fails on an exception that is not documented, a second import that adds something, more than a second, and more than 256 MB.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet build tests/RelationshipKit.ReaderFuzz -c Release -v quiet -nologo
program=$(find tests/RelationshipKit.ReaderFuzz/bin/Release -name RelationshipKit.ReaderFuzz.dll | head -n 1)
DOTNET_gcServer=0 dotnet "$program" "${1:-2000}" "${2:-7}" "${@:3}"
