extension Array<Double> {
  /// Moves the value that sorting would put at a place there, smaller ones before it and larger ones after it.
  ///
  /// Source: Hoare's selection, Communications of the ACM 1961;4:321–322; on average in time proportional to the number of values.
  mutating func select(_ place: Int) -> Double {
    withUnsafeMutableBufferPointer { values in
      var (low, high) = (0, values.count - 1)
      while low < high {
        let pivot = Self.middle(values[low], values[low + (high - low) / 2], values[high])
        var (left, right) = (low, high)
        while left <= right {
          while values[left] < pivot { left += 1 }
          while values[right] > pivot { right -= 1 }
          if left <= right {
            values.swapAt(left, right)
            left += 1
            right -= 1
          }
        }
        if place <= right { high = right } else if place >= left { low = left } else { break }
      }
      return values[place]
    }
  }

  /// A quantile, between the two values beside it; the order of the values changes.
  ///
  /// Source: Hyndman & Fan, American Statistician 1996;50:361–365, definition 7.
  mutating func quantile(_ share: Double) -> Double {
    let place = Swift.min(Swift.max(share, 0), 1) * Double(count - 1)
    let low = Int(place)
    let value = select(low)
    let rest = place - Double(low)
    guard rest > 0, let next = self[(low + 1)...].min() else { return value }
    return value + rest * (next - value)
  }

  private static func middle(_ a: Double, _ b: Double, _ c: Double) -> Double {
    Swift.max(Swift.min(a, b), Swift.min(Swift.max(a, b), c))
  }
}
