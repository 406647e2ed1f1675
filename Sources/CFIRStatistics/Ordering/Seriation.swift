/// An order in which neighbours are as like each other as can be: the shortest open path through all objects.
///
/// Up to ``Seriation/mostExact`` objects the path is the shortest there is (dynamic programming: Held & Karp, Journal of the Society
/// for Industrial and Applied Mathematics 1962;10:196–210). Of more it is the shortest found by going to the nearest neighbour from every
/// object and then turning round stretches and moving single objects as long as that shortens it (2-opt: Croes, Operations Research
/// 1958;6:791–812). That a short path is a good order for matrices: Hahsler, Hornik & Buchta, Journal of Statistical Software 2008;25(3).
/// Distances are whole numbers and ties fall to what comes first, so that the same distances give the same order everywhere.
public struct Seriation: Hashable, Sendable {
  /// Up to so many objects the path is proven to be the shortest.
  public static let mostExact = 12

  /// The places of the objects along the path, the end that came first in the input first.
  public let order: [Int]
  /// The length of the path.
  public let length: Int
  /// Whether no path is shorter.
  public let isExact: Bool

  /// Orders objects.
  ///
  /// - Parameter distances: How unlike every two objects are, from 0; symmetric, each row as long as there are rows.
  public init(_ distances: [[Int]]) {
    isExact = distances.count <= Self.mostExact
    let path = isExact ? Self.shortest(distances) : Self.short(distances)
    order = (path.first ?? 0) <= (path.last ?? 0) ? path : path.reversed()
    length = Self.length(path, distances)
  }

  private static func length(_ path: [Int], _ distances: [[Int]]) -> Int {
    zip(path, path.dropFirst()).reduce(0) { $0 + distances[$1.0][$1.1] }
  }

  // MARK: Exact

  /// For every set of objects and every last one of it the shortest path, and which object stands before the last.
  private static func shortest(_ distances: [[Int]]) -> [Int] {
    let count = distances.count
    guard count > 1 else { return Array(distances.indices) }
    let sets = 1 << count
    var best = [Int](repeating: .max, count: sets * count)
    var before = [Int](repeating: -1, count: sets * count)
    for object in 0..<count { best[(1 << object) * count + object] = 0 }
    for set in 1..<sets {
      for last in 0..<count where set & (1 << last) != 0 && best[set * count + last] < .max {
        for next in 0..<count where set & (1 << next) == 0 {
          let place = (set | (1 << next)) * count + next
          let length = best[set * count + last] + distances[last][next]
          if length < best[place] { (best[place], before[place]) = (length, last) }
        }
      }
    }
    var set = sets - 1
    var last = 0
    for object in 0..<count where best[set * count + object] < best[set * count + last] { last = object }
    var path: [Int] = []
    while last >= 0 {
      path.append(last)
      let earlier = before[set * count + last]
      set &= ~(1 << last)
      last = earlier
    }
    return path
  }

  // MARK: Heuristic

  /// At most so many starts are tried, evenly spread.
  private static let mostStarts = 50

  private static func short(_ distances: [[Int]]) -> [Int] {
    var (best, shortest): ([Int], Int) = ([], .max)
    let count = distances.count
    for start in 0..<min(count, mostStarts) {
      let first = count <= mostStarts ? start : start * count / mostStarts
      let path = improved(nearest(from: first, distances), distances)
      let length = length(path, distances)
      if length < shortest { (best, shortest) = (path, length) }
    }
    return best
  }

  private static func nearest(from start: Int, _ distances: [[Int]]) -> [Int] {
    var path = [start]
    var left = distances.indices.filter { $0 != start }
    var last = start
    while let next = left.min(by: { distances[last][$0] < distances[last][$1] }) {
      path.append(next)
      left.removeAll { $0 == next }
      last = next
    }
    return path
  }

  private static func improved(_ start: [Int], _ distances: [[Int]]) -> [Int] {
    var path = start
    var isShorter = true
    while isShorter {
      let isTurned = turn(&path, distances)
      isShorter = move(&path, distances) || isTurned
    }
    return path
  }

  /// The distance between two places of a path; nothing lies before its start and behind its end.
  private static func step(_ first: Int, _ second: Int, _ path: [Int], _ distances: [[Int]]) -> Int {
    path.indices.contains(first) && path.indices.contains(second) ? distances[path[first]][path[second]] : 0
  }

  /// Turns round each stretch whose turning shortens the path.
  private static func turn(_ path: inout [Int], _ distances: [[Int]]) -> Bool {
    var isShorter = false
    for first in path.indices.dropLast() {
      for last in (first + 1)..<path.count {
        let now = step(first - 1, first, path, distances) + step(last, last + 1, path, distances)
        if step(first - 1, last, path, distances) + step(first, last + 1, path, distances) < now {
          path[first...last].reverse()
          isShorter = true
        }
      }
    }
    return isShorter
  }

  /// Moves each object whose moving shortens the path to where it does.
  private static func move(_ path: inout [Int], _ distances: [[Int]]) -> Bool {
    var isShorter = false
    for from in path.indices {
      for target in path.indices where target != from {
        // Behind its new neighbour where it moves on, before it where it moves back.
        let (before, after) = target > from ? (target, target + 1) : (target - 1, target)
        let taken =
          step(from - 1, from, path, distances) + step(from, from + 1, path, distances)
          - step(from - 1, from + 1, path, distances)
        let given =
          step(before, from, path, distances) + step(from, after, path, distances)
          - step(before, after, path, distances)
        if given < taken {
          path.insert(path.remove(at: from), at: target)
          isShorter = true
        }
      }
    }
    return isShorter
  }
}
