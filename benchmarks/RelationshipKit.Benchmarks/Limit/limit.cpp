// The peers' work in C++, as fast as its author knows: how far the kit is from the limit of the machine.
//
// Compiled by the benchmark with -O3 -march=native. Vectors are GCC's, so that the same source uses AVX-512, AVX2 or NEON, whatever is there.
// It checks nothing, keeps no state, knows days of UTC only, and up to 16 kinds. It may use fused multiply-adds; the kit, whose bits are the
// same on every machine, may not.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <memory>
#include <queue>
#include <vector>

namespace {

constexpr int lanes = 8;
constexpr int bytes_at_once = 64;
constexpr int margin = 2 * bytes_at_once;
constexpr double micros_per_day = 86400e6;
constexpr double log2_e = 1.4426950408889634;
constexpr double light_ceiling = 1;
constexpr double balance_prior = 2;

// 30 days times the share of half-lives of 300, 30 and 3 days: h^-1/2, divided by the integral of the whole.
const double area = (std::sqrt(3.0) + std::sqrt(30.0) + std::sqrt(300.0)) / std::log(2.0);
const double shares[3] = {30 / std::sqrt(300.0) / area, 30 / std::sqrt(30.0) / area, 30 / std::sqrt(3.0) / area};

typedef double doubles __attribute__((vector_size(64)));
typedef int64_t longs __attribute__((vector_size(64)));
typedef uint8_t bytes __attribute__((vector_size(64)));
typedef uint8_t eight_bytes __attribute__((vector_size(8)));

template <typename V, typename T>
inline V load(const T* from) {
  V v;
  std::memcpy(&v, from, sizeof(V));
  return v;
}

template <typename V, typename T>
inline void store(T* to, V v) {
  std::memcpy(to, &v, sizeof(V));
}

// The same of the last few, where less than a vector is left.
template <typename V, typename T>
inline V load(const T* from, size_t left) {
  if (left * sizeof(T) >= sizeof(V)) return load<V>(from);
  V v{};
  std::memcpy(&v, from, left * sizeof(T));
  return v;
}

template <typename V, typename T>
inline void store(T* to, V v, size_t left) {
  if (left * sizeof(T) >= sizeof(V)) return store(to, v);
  std::memcpy(to, &v, left * sizeof(T));
}

inline doubles of(double x) { return doubles{} + x; }

inline doubles choose(longs mask, doubles then) { return (doubles)(mask & (longs)then); }

inline doubles larger(doubles left, doubles right) { return left > right ? left : right; }

// 2^x for x from -1022 to 0: Taylor's series around the nearest whole number.
inline doubles exp2(doubles x) {
  const double whole = 6755399441055744.0;  // 1.5 * 2^52
  doubles shifted = x + whole;
  doubles r = x - (shifted - whole);
  doubles p = of(2.5678435993488196e-11);
  p = p * r + 4.44553827187081e-10;
  p = p * r + 7.054911620801121e-09;
  p = p * r + 1.0178086009239696e-07;
  p = p * r + 1.3215486790144305e-06;
  p = p * r + 1.5252733804059838e-05;
  p = p * r + 0.00015403530393381606;
  p = p * r + 0.0013333558146428441;
  p = p * r + 0.009618129107628477;
  p = p * r + 0.055504108664821576;
  p = p * r + 0.2402265069591007;
  p = p * r + 0.6931471805599453;
  p = p * r + 1.0;
  return (doubles)((longs)p + ((longs)shifted << 52));
}

inline doubles one_minus_exp(doubles x) { return 1.0 - exp2(larger(x * -log2_e, of(-1000))); }

inline doubles tenth_power(doubles x) {
  x = larger(x, of(0x1p-100));
  doubles square = x * x, fifth = square * square * x;
  return fifth * fifth;
}

struct answer {
  double* strength;
  double* expected_contacts;
  double* balance;
  int32_t* contact_days;
  int64_t* last_touch;
  int32_t* touchpoints;
};

struct kinds {
  alignas(64) uint8_t flags[64]{};    // 1 light, 2 rich
  alignas(64) uint8_t lights[64]{};   // the rank of a light weight, from 1
  alignas(64) uint8_t riches[64]{};   // the rank of a rich weight, from 1
  alignas(64) double weights[16]{};   // by rank: light, then rich from 8 on

  kinds(const double* weight, const uint8_t* rich, int count) {
    std::vector<double> sorted[2];
    for (int kind = 0; kind < count; kind++) {
      if (weight[kind] > 0) sorted[rich[kind]].push_back(weight[kind]);
    }
    for (auto& list : sorted) {
      std::sort(list.begin(), list.end());
      list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    for (int kind = 0; kind < count; kind++) {
      auto& list = sorted[rich[kind]];
      int rank = 1 + (int)(std::lower_bound(list.begin(), list.end(), weight[kind]) - list.begin());
      if (weight[kind] > 0) {
        flags[kind] = rich[kind] ? 2 : 1;
        (rich[kind] ? riches : lights)[kind] = (uint8_t)rank;
        weights[(rich[kind] ? 8 : 0) + rank] = weight[kind];
      }
    }
  }
};

// What a block of ties needs besides its columns; margins on both sides, for what whole vectors reach.
struct arena {
  std::vector<uint8_t> same, flags, later, lights, riches, spare, ranks;
  std::vector<double> light, rich, given, received;
  std::vector<double> sums[4];

  void reserve(size_t rows, size_t ties) {
    size_t room = rows + 2 * margin;
    if (same.size() < room) {
      room += room / 2;
      for (auto* plane : {&same, &flags, &later, &lights, &riches, &spare, &ranks}) plane->assign(room, 0);
      for (auto* column : {&light, &rich, &given, &received}) column->assign(room, 0);
    }
    for (auto& column : sums) {
      if (column.size() < ties + lanes) column.assign(ties + lanes, 0);
    }
  }
};

// Rows of one day that follow each other: each has the flags of those after it and the largest weight up to it, by doubling how far it sees.
void merge_days(arena& a, size_t rows) {
  uint8_t *same = a.same.data() + margin, *flags = a.flags.data() + margin, *later = a.later.data() + margin;
  uint8_t *lights = a.lights.data() + margin, *riches = a.riches.data() + margin, *reach = a.spare.data() + margin;
  std::memset(same + rows, 0, bytes_at_once);
  bytes any{};
  for (size_t i = 0; i < rows; i += bytes_at_once) {
    store(later + i, load<bytes>(flags + i + 1) & load<bytes>(same + i + 1));
    bytes own = load<bytes>(same + i);
    any |= own;
    store(reach + i, own);
  }
  std::memset(later + rows, 0, bytes_at_once);
  std::memset(reach + rows, 0, bytes_at_once);
  auto reaches = [](bytes v) {
    uint64_t all = 0;
    for (int i = 0; i < 8; i++) all |= ((longs)v)[i];
    return all != 0;
  };

  // Flags go down and maxima up, each read before it is written.
  for (size_t step = 1; reaches(any); step *= 2) {
    any = bytes{};
    for (size_t i = 0; i < rows; i += bytes_at_once) {
      store(later + i, load<bytes>(later + i) | (load<bytes>(later + i + step) & load<bytes>(reach + i + step)));
    }
    for (size_t i = (rows + bytes_at_once - 1) / bytes_at_once * bytes_at_once; i > 0;) {
      i -= bytes_at_once;
      bytes own = load<bytes>(reach + i);
      bytes light = load<bytes>(lights + i - step) & own, rich = load<bytes>(riches + i - step) & own;
      bytes l = load<bytes>(lights + i), r = load<bytes>(riches + i);
      store(lights + i, l > light ? l : light);
      store(riches + i, r > rich ? r : rich);
      bytes next = own & load<bytes>(reach + i - step);
      any |= next;
      store(reach + i, next);
    }
  }
}

struct four_sums {
  doubles light{}, rich{}, given{}, received{};

  void add(const arena& a, size_t at, longs mask) {
    light += choose(mask, load<doubles>(&a.light[at]));
    rich += choose(mask, load<doubles>(&a.rich[at]));
    given += choose(mask, load<doubles>(&a.given[at]));
    received += choose(mask, load<doubles>(&a.received[at]));
  }

  void add(const arena& a, size_t at) {
    light += load<doubles>(&a.light[at]);
    rich += load<doubles>(&a.rich[at]);
    given += load<doubles>(&a.given[at]);
    received += load<doubles>(&a.received[at]);
  }

  void put(arena& a, size_t tie) const {
    doubles one = __builtin_shufflevector(light, rich, 0, 1, 2, 3, 8, 9, 10, 11) + __builtin_shufflevector(light, rich, 4, 5, 6, 7, 12, 13, 14, 15);
    doubles two = __builtin_shufflevector(given, received, 0, 1, 2, 3, 8, 9, 10, 11) + __builtin_shufflevector(given, received, 4, 5, 6, 7, 12, 13, 14, 15);
    doubles all = __builtin_shufflevector(one, two, 0, 1, 4, 5, 8, 9, 12, 13) + __builtin_shufflevector(one, two, 2, 3, 6, 7, 10, 11, 14, 15);
    all += __builtin_shufflevector(all, all, 1, 0, 3, 2, 5, 4, 7, 6);
    for (int i = 0; i < 4; i++) a.sums[i][tie] = all[2 * i];
  }
};

inline doubles strength_of(doubles light, doubles rich, doubles* lambda) {
  *lambda = rich + light_ceiling * one_minus_exp(light / light_ceiling);
  return one_minus_exp(*lambda);
}

inline doubles balance_of(doubles given, doubles received) { return (received - given) / (received + given + 2 * balance_prior); }

void finish(const arena& a, size_t first, size_t ties, const answer& to) {
  for (size_t i = 0; i < ties; i += lanes) {
    doubles lambda, strength = strength_of(load<doubles>(&a.sums[0][i]), load<doubles>(&a.sums[1][i]), &lambda);
    doubles balance = balance_of(load<doubles>(&a.sums[2][i]), load<doubles>(&a.sums[3][i]));
    store(to.strength + first + i, strength, ties - i);
    store(to.expected_contacts + first + i, lambda, ties - i);
    store(to.balance + first + i, balance, ties - i);
  }
}

// The rows of neighbouring ties, tie after tie and in order of time within each.
void score_block(
    arena& a, const kinds& table, const int32_t* offsets, size_t ties, size_t first, const int64_t* micros, const uint8_t* kind, const uint8_t* direction,
    int64_t as_of, const answer& to) {
  size_t base = offsets[0], rows = offsets[ties] - base;
  if (rows == 0) return;
  a.reserve(rows, ties);
  uint8_t *same = a.same.data() + margin, *flags = a.flags.data() + margin, *later = a.later.data() + margin;
  uint8_t *lights = a.lights.data() + margin, *riches = a.riches.data() + margin, *ranks = a.ranks.data() + margin;
  micros += base, kind += base, direction += base;

  // Which rows are of the day of the one before; the first of each tie is not.
  auto day = [](longs at) {
    const double per_micro = 1 / micros_per_day;
    return __builtin_convertvector((__builtin_convertvector(at, doubles) + 0.5) * per_micro, longs);
  };
  same[0] = 0;
  size_t row = 1;
  for (; row + lanes <= rows; row += lanes) {
    store(same + row, __builtin_convertvector(day(load<longs>(micros + row)) == day(load<longs>(micros + row - 1)), eight_bytes));
  }
  for (; row < rows; row++) same[row] = (int64_t)((micros[row] + 0.5) / micros_per_day) == (int64_t)((micros[row - 1] + 0.5) / micros_per_day) ? 255 : 0;
  for (size_t tie = 0; tie < ties; tie++) same[offsets[tie] - base] = 0;

  // Flags and ranks by kind.
  bytes flag_of = load<bytes>(table.flags), light_of = load<bytes>(table.lights), rich_of = load<bytes>(table.riches);
  auto look_up = [&](size_t at, bytes k, bytes d) {
    store(flags + at, __builtin_shuffle(flag_of, k) | (d << 2));
    store(lights + at, __builtin_shuffle(light_of, k));
    store(riches + at, __builtin_shuffle(rich_of, k));
  };
  for (row = 0; row + bytes_at_once <= rows; row += bytes_at_once) look_up(row, load<bytes>(kind + row), load<bytes>(direction + row));
  if (row < rows) {
    bytes k{}, d{};
    std::memcpy(&k, kind + row, rows - row);
    std::memcpy(&d, direction + row, rows - row);
    look_up(row, k, d);
  }

  // Only the last row of each class and direction of a day counts, with the largest weight of its class.
  merge_days(a, rows);
  for (row = 0; row < rows; row += bytes_at_once) {
    bytes alive = load<bytes>(flags + row) & ~load<bytes>(later + row);
    bytes is_rich = (load<bytes>(flags + row) & 2) != 0;
    store(later + row, alive);
    store(ranks + row, (is_rich & (load<bytes>(riches + row) + 8)) | (~is_rich & load<bytes>(lights + row)));
  }

  // One exponential a row: y of 900 days; its cube is that of 300, its fifth power that of 180 days.
  doubles low = load<doubles>(table.weights), high = load<doubles>(table.weights + 8);
  auto decay = [&](size_t at, longs instants) {
    doubles y = exp2(__builtin_convertvector(as_of - instants, doubles) * (-1 / (900 * micros_per_day)));
    doubles square = y * y, longest = square * y, side = longest * square;
    doubles middle = tenth_power(longest), shortest = tenth_power(middle);
    longs which = __builtin_convertvector(load<eight_bytes>(ranks + at), longs);
    longs alive = __builtin_convertvector(load<eight_bytes>(later + at), longs);
    doubles cell = __builtin_shuffle(low, high, which) * (shares[0] * longest + shares[1] * middle + shares[2] * shortest);
    store(&a.light[at], choose((alive & 1) != 0, cell));
    store(&a.rich[at], choose((alive & 2) != 0, cell));
    store(&a.given[at], choose((alive & 4) != 0, side));
    store(&a.received[at], choose((alive & 8) != 0, side));
  };
  for (row = 0; row + lanes <= rows; row += lanes) decay(row, load<longs>(micros + row));
  if (row < rows) {
    longs instants = longs{} + as_of;
    std::memcpy(&instants, micros + row, (rows - row) * sizeof(int64_t));
    decay(row, instants);
  }

  const longs index = {0, 1, 2, 3, 4, 5, 6, 7};
  for (size_t tie = 0; tie < ties; tie++) {
    size_t start = offsets[tie] - base, end = offsets[tie + 1] - base, at = start;
    four_sums sums;
    for (; at + lanes <= end; at += lanes) sums.add(a, at);
    if (at < end) sums.add(a, at, index < (int64_t)(end - at));
    sums.put(a, tie);
    int days = 0;
    for (at = start; at + 8 <= end; at += 8) {
      uint64_t word = load<uint64_t>(same + at);
      days += 8 - __builtin_popcountll(word) / 8;
    }
    if (at < end) days += (int)(end - at) - __builtin_popcountll(load<uint64_t>(same + at) & ((1ULL << (8 * (end - at))) - 1)) / 8;
    to.contact_days[first + tie] = days;
    to.touchpoints[first + tie] = (int32_t)(end - start);
    to.last_touch[first + tie] = micros[end - 1];
  }

  finish(a, first, ties, to);
}

// Ties are scored some hundred rows at a time, so that all of it stays in the nearest cache.
void score_grouped(
    arena& a, const kinds& table, const int32_t* offsets, size_t ties, size_t first, const int64_t* micros, const uint8_t* kind, const uint8_t* direction,
    int64_t as_of, const answer& to) {
  constexpr size_t ties_at_once = 32;
  for (size_t tie = 0; tie < ties; tie += ties_at_once) {
    score_block(a, table, offsets + tie, std::min(ties_at_once, ties - tie), first + tie, micros, kind, direction, as_of, to);
  }
}

// The ties with the largest silence times strength, the largest first, then by index.
void rank(const answer& from, size_t ties, int64_t as_of, int32_t* top, size_t wanted) {
  typedef std::pair<double, int64_t> entry;
  std::priority_queue<entry, std::vector<entry>, std::greater<entry>> best;
  double least = -1;
  for (size_t i = 0; i < ties; i += lanes) {
    alignas(64) double losses[lanes];
    size_t count = std::min<size_t>(lanes, ties - i);
    doubles strength = load<doubles>(from.strength + i, ties - i);
    longs last = load<longs>(from.last_touch + i, ties - i);
    doubles loss = __builtin_convertvector(as_of - last, doubles) * (1 / micros_per_day) * strength;
    longs above = loss > least;
    if (!(above[0] | above[1] | above[2] | above[3] | above[4] | above[5] | above[6] | above[7])) continue;
    store(losses, loss);
    for (size_t j = 0; j < count; j++) {
      if (losses[j] <= least) continue;
      best.emplace(losses[j], -(int64_t)(i + j));
      if (best.size() > wanted) best.pop();
      if (best.size() == wanted) least = best.top().first;
    }
  }
  for (size_t i = best.size(); i > 0; best.pop()) top[--i] = (int32_t)-best.top().second;
}

struct stream_row {
  int64_t at;
  uint32_t tie;
  uint8_t kind, direction;
};

template <typename Key>
void counting_sort(const stream_row* from, stream_row* to, size_t rows, std::vector<int32_t>& starts, size_t keys, Key key) {
  starts.assign(keys + 1, 0);
  for (size_t i = 0; i < rows; i++) starts[key(from[i]) + 1]++;
  for (size_t i = 1; i <= keys; i++) starts[i] += starts[i - 1];
  for (size_t i = 0; i < rows; i++) to[starts[key(from[i])]++] = from[i];
}

}  // namespace

extern "C" {

// Columns grouped by tie, in order of time within each.
void limit_grouped(
    int32_t ties, const int32_t* offsets, const int64_t* micros, const uint8_t* kind, const uint8_t* direction, const double* weights, const uint8_t* rich,
    int32_t kind_count, int64_t as_of, double* strength, double* expected_contacts, double* balance, int32_t* contact_days, int64_t* last_touch,
    int32_t* touchpoints, int32_t* top, int32_t wanted) {
  kinds table(weights, rich, kind_count);
  arena a;
  answer to{strength, expected_contacts, balance, contact_days, last_touch, touchpoints};
  score_grouped(a, table, offsets, ties, 0, micros, kind, direction, as_of, to);
  rank(to, ties, as_of, top, wanted);
}

// A stream in any order: parted by 2,048 ties, then sorted and scored part by part, each in the nearer caches.
void limit_stream(
    int32_t ties, int64_t rows, const int32_t* tie_of, const int64_t* micros, const uint8_t* kind, const uint8_t* direction, const double* weights,
    const uint8_t* rich, int32_t kind_count, int64_t as_of, double* strength, double* expected_contacts, double* balance, int32_t* contact_days,
    int64_t* last_touch, int32_t* touchpoints, int32_t* top, int32_t wanted) {
  constexpr int tie_bits = 11, date_bits = 12;
  size_t parts = ((size_t)ties >> tie_bits) + 1;
  kinds table(weights, rich, kind_count);
  arena a;
  answer to{strength, expected_contacts, balance, contact_days, last_touch, touchpoints};
  std::vector<int64_t> ends(parts + 1, 0);
  for (int64_t i = 0; i < rows; i++) ends[(tie_of[i] >> tie_bits) + 1]++;
  size_t most = 0;
  for (size_t i = 1; i <= parts; i++) {
    most = std::max<size_t>(most, ends[i]);
    ends[i] += ends[i - 1];
  }
  std::unique_ptr<stream_row[]> all(new stream_row[rows]);
  for (int64_t i = 0; i < rows; i++) all[ends[tie_of[i] >> tie_bits]++] = {micros[i], (uint32_t)tie_of[i], kind[i], direction[i]};

  std::unique_ptr<stream_row[]> spare(new stream_row[most]);
  std::vector<int32_t> starts;
  std::vector<int64_t> at_column(most);
  std::vector<uint8_t> kind_column(most), direction_column(most);
  for (size_t part = 0; part < parts; part++) {
    int64_t begin = part == 0 ? 0 : ends[part - 1];
    size_t count = ends[part] - begin, first = part << tie_bits, own_ties = std::min<size_t>(1 << tie_bits, ties - first);
    if (count == 0) continue;
    stream_row* own = all.get() + begin;
    int64_t oldest = own[0].at, newest = own[0].at;
    for (size_t i = 0; i < count; i++) oldest = std::min(oldest, own[i].at), newest = std::max(newest, own[i].at);
    int shift = std::max(0, 64 - __builtin_clzll((uint64_t)(newest - oldest) | 1) - date_bits);
    counting_sort(own, spare.get(), count, starts, 1 << date_bits, [&](const stream_row& row) { return (row.at - oldest) >> shift; });
    counting_sort(spare.get(), own, count, starts, own_ties, [&](const stream_row& row) { return row.tie - first; });

    // What is left out of order lies within half a day.
    for (size_t i = 0; i < count; i++) {
      stream_row row = own[i];
      size_t hole = i;
      for (; hole > 0 && own[hole - 1].tie == row.tie && own[hole - 1].at > row.at; hole--) own[hole] = own[hole - 1];
      own[hole] = row;
    }
    for (size_t i = 0; i < count; i++) at_column[i] = own[i].at, kind_column[i] = own[i].kind, direction_column[i] = own[i].direction;

    // Sorting has turned starts into ends.
    starts.insert(starts.begin(), 0);
    score_grouped(a, table, starts.data(), own_ties, first, at_column.data(), kind_column.data(), direction_column.data(), as_of, to);
  }
  rank(to, ties, as_of, top, wanted);
}

// Masses of a landmark, eight columns: light and rich by half-life from the shortest, given, received. Counts and dates are copied.
void limit_rescore(
    int32_t ties, const double* masses, const int32_t* days_column, const int64_t* last_column, const int32_t* count_column, int64_t landmark,
    int64_t as_of, double* strength, double* expected_contacts, double* balance, int32_t* contact_days, int64_t* last_touch, int32_t* touchpoints, int32_t* top,
    int32_t wanted) {
  double age = (as_of - landmark) / micros_per_day;
  double factors[3] = {shares[2] * std::exp2(-age / 3), shares[1] * std::exp2(-age / 30), shares[0] * std::exp2(-age / 300)};
  double side = std::exp2(-age / 180);
  answer to{strength, expected_contacts, balance, contact_days, last_touch, touchpoints};
  for (int32_t i = 0; i < ties; i += lanes) {
    size_t left = ties - i;
    doubles m[8];
    for (int j = 0; j < 8; j++) m[j] = load<doubles>(masses + (size_t)j * ties + i, left);
    doubles lambda, strong = strength_of(
        m[0] * factors[0] + m[1] * factors[1] + m[2] * factors[2], m[3] * factors[0] + m[4] * factors[1] + m[5] * factors[2], &lambda);
    doubles even = balance_of(m[6] * side, m[7] * side);
    store(strength + i, strong, left);
    store(expected_contacts + i, lambda, left);
    store(balance + i, even, left);
  }
  std::memcpy(contact_days, days_column, ties * sizeof(int32_t));
  std::memcpy(last_touch, last_column, ties * sizeof(int64_t));
  std::memcpy(touchpoints, count_column, ties * sizeof(int32_t));
  rank(to, ties, as_of, top, wanted);
}
}
