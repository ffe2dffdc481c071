#!/bin/bash
# Builds the C programs with gcc and clang, as C99 and as C++17, and runs them: the contract, the
# vectors, the examples; under Valgrind and the sanitizers; and against the installed package.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
out=build/c
prefix=$PWD/$out/prefix
warnings=(-O2 -Wall -Wextra -pedantic -Wconversion -Werror)
passed=0
failed=0

# run NAME COMMAND...: one test; its output is shown only if it fails.
run() {
  local name=$1
  shift
  if "$@" >"$out/last.log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "C: $name failed:" >&2
    tail -n 20 "$out/last.log" >&2
  fi
}

mkdir -p "$out" build/counts
rm -rf "$prefix"
"$here/install.sh" "$prefix" >/dev/null
# What the header declares, for the contract's test: it must know all of it.
sed -nE 's/^ *(SCEAU_[A-Z0-9_]+) = [0-9]+,?$/NUMBER(\1)/p' include/sceau.h >"$out/numbers.inc"
sed -nE 's/^sceau_status (sceau_[a-z0-9_]+)\(.*/FUNCTION(\1)/p' include/sceau.h >"$out/functions.inc"

# The programs, and their sources below tests/ or examples/.
declare -A sources=(
  [contract]="tests/contract.c tests/calls.c tests/nested.c tests/stored.c tests/verifiers.c"
  [conformance]="tests/conformance.c tests/records.c tests/codes.c tests/otp_text.c
                 tests/names.c tests/passwords.c tests/password_rules.c tests/people.c
                 tests/states.c"
  [story]=examples/story.c
  [readme]=examples/readme.c
  [calibrate]=examples/calibrate.c
)

# build COMPILER... -- PROGRAM OUTPUT LIBRARY...
build() {
  local compiler=() program output
  while [ "$1" != -- ]; do compiler+=("$1"); shift; done
  program=$2 output=$3
  shift 3
  # shellcheck disable=SC2086 # Sources are words.
  (cd "$here" && "${compiler[@]}" "${warnings[@]}" -pthread -I"$prefix/include" -I"$OLDPWD/$out" \
    ${sources[$program]} -x none "$@" -o "$OLDPWD/$output")
}

calibrates() { [[ $("$1") =~ ^([0-9]+)" iterations"$ && ${BASH_REMATCH[1]} -ge 600000 ]]; }
example_says() { [ "$("$1")" = "accepted, store step 1" ]; }

compilers=("gcc -std=c99" "clang -std=c99" "g++ -x c++ -std=c++17" "clang++ -x c++ -std=c++17")
for compiler in "${compilers[@]}"; do
  name=${compiler// /}
  for program in contract conformance story readme calibrate; do
    # shellcheck disable=SC2086 # A compiler and its options are words.
    run "$program, $compiler" build $compiler -- "$program" "$out/$program-$name" \
      "$prefix/lib/libsceau.a"
  done
  run "the contract, $compiler" "$out/contract-$name"
  run "the vectors, $compiler" "$out/conformance-$name" tests/vectors
  run "the README's example, $compiler" example_says "$out/readme-$name"
  run "the story, $compiler" "$out/story-$name"
  run "the measurement, $compiler" calibrates "$out/calibrate-$name"
done
"$out/conformance-gcc-std=c99" tests/vectors | grep -E '^[a-z_]+/[a-z0-9_]+: [0-9]+$' \
  >build/counts/c.txt || true

# What the tests must notice: a record with another answer, a file that nobody handles.
refuses() { ! "$@"; }
rm -rf "$out/vectors"
cp -r tests/vectors "$out/vectors"
sed -i '0,/^expect: /s/^expect: /expect: not /' "$out/vectors/otp/totp.txt"
run "a wrong answer is noticed" refuses "$out/conformance-gcc-std=c99" "$out/vectors"
cp -r tests/vectors/otp/totp.txt "$out/vectors/otp/"
cp tests/vectors/otp/totp.txt "$out/vectors/otp/unknown.txt"
run "a file without a handler is noticed" refuses "$out/conformance-gcc-std=c99" "$out/vectors"

# The library with passwords in every script has another right answer to some records.
unicode=$(realpath -m "${CARGO_TARGET_DIR:-target}/c-unicode")
CARGO_TARGET_DIR=$unicode cargo rustc --quiet --release --package sceau-c --features unicode \
  --crate-type staticlib
run "conformance, unicode" build gcc -std=c99 -- conformance "$out/conformance-unicode" \
  "$unicode/release/libsceau.a"
run "the vectors, unicode" "$out/conformance-unicode" tests/vectors --unicode
run "answers without unicode are noticed" refuses "$out/conformance-unicode" tests/vectors
run "answers with unicode are noticed" refuses "$out/conformance-gcc-std=c99" tests/vectors --unicode

# Memory: the library's own steps under Valgrind, the C programs' under the sanitizers.
memcheck() { valgrind --quiet --error-exitcode=9 --leak-check=full "$@"; }
run "the contract under Valgrind" memcheck "$out/contract-gcc-std=c99" --cheap
run "the vectors under Valgrind" memcheck "$out/conformance-gcc-std=c99" tests/vectors
run "the README's example under Valgrind" memcheck "$out/readme-gcc-std=c99"
sanitized=(gcc -std=c99 -fsanitize=address,undefined -fno-sanitize-recover=all)
for program in contract conformance story; do
  run "$program, sanitized" build "${sanitized[@]}" -- "$program" "$out/$program-sanitized" \
    "$prefix/lib/libsceau.a"
done
run "the contract, sanitized" "$out/contract-sanitized"
run "the vectors, sanitized" "$out/conformance-sanitized" tests/vectors
run "the story, sanitized" "$out/story-sanitized"

# The installed package, as users find it.
export PKG_CONFIG_PATH=$prefix/lib/pkgconfig
# shellcheck disable=SC2046 # Options are words.
run "pkg-config" gcc -std=c99 "$here/examples/readme.c" $(pkg-config --cflags --libs sceau) \
  -Wl,-rpath,"$prefix/lib" -o "$out/readme-pkg-config"
run "the shared library" example_says "$out/readme-pkg-config"
run "CMake" cmake -S "$here/tests" -B "$out/cmake" -DCMAKE_PREFIX_PATH="$prefix"
run "CMake builds" cmake --build "$out/cmake"
run "CMake's shared" example_says "$out/cmake/shared"
run "CMake's static" example_says "$out/cmake/static"

"$out/contract-gcc-std=c99"
echo "C: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
