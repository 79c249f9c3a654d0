# For the scripts beside this one to source: a simulator that ends with them.
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT

# start_simulator DISTRIBUTION OPTIONS…: sets dist, aquila and config, the six fields of its org.
start_simulator() {
  dist=$(cd "$1" && pwd)
  aquila=$dist/bin/aquila
  shift
  "$aquila" simulate --home "$work/sim" "$@" > "$work/ready" &
  server=$!
  config=$work/sim/simulated.properties
  for _ in $(seq 200); do
    ! grep -q '^# ready' "$work/ready" || return 0
    sleep 0.1
  done
  echo "the simulator does not get ready" >&2
  exit 1
}

# What was packed without class archives has them made by its first starts.
await_archives() {
  [ -f "$dist/lib/aquila.classes" ] || return 0
  "$aquila" --version > "$work/version"
  for _ in $(seq 300); do
    [ "$(find "$dist/lib" -name 'made-*.jsa' | wc -l)" -lt 2 ] || return 0
    sleep 0.1
  done
  echo "no class archives were made in $dist/lib" >&2
  exit 1
}
