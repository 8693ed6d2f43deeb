/// A dense matrix, stored column after column.
///
/// In a network's matrices a column is an example, so a batch is a run of neighbouring columns:
/// `matrix[columns: 0..<64]` shares the storage and copies nothing. A matrix of one column serves
/// as a vector. Values are copied on write; shapes that do not fit together are programming errors
/// and trap.
public struct Matrix<Scalar: MatrixScalar>: Sendable {
  public let rows: Int
  public let columns: Int
  @usableFromInline var storage: MatrixStorage<Scalar>
  /// The place of the first element in `storage`: not 0 in a run of columns.
  @usableFromInline var offset: Int

  /// A matrix of `rows` × `columns` equal elements.
  public init(rows: Int, columns: Int, repeating value: Scalar = 0) {
    self.init(uninitializedRows: rows, columns: columns) { elements in
      elements.initialize(repeating: value)
    }
  }

  /// A matrix whose elements are given row after row, as one writes it.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public init(_ rowsOfElements: [[Scalar]]) {
    let columns = rowsOfElements.first?.count ?? 0
    precondition(rowsOfElements.allSatisfy { $0.count == columns }, "rows of different lengths")
    self.init(rows: rowsOfElements.count, columns: columns)
    for (row, elements) in rowsOfElements.enumerated() {
      for (column, element) in elements.enumerated() { self[row, column] = element }
    }
  }

  /// A matrix of one column.
  public init(column elements: [Scalar]) {
    self.init(uninitializedRows: elements.count, columns: 1) { memory in
      _ = memory.initialize(fromContentsOf: elements)
    }
  }

  /// A matrix whose elements `fill` initializes, column after column, all of them.
  public init(
    uninitializedRows rows: Int, columns: Int,
    fill: (UnsafeMutableBufferPointer<Scalar>) throws -> Void
  ) rethrows {
    precondition(rows >= 0 && columns >= 0, "a matrix has no negative side")
    storage = MatrixStorage(count: rows * columns)
    offset = 0
    self.rows = rows
    self.columns = columns
    try fill(storage.elements)
  }

  @usableFromInline
  init(rows: Int, columns: Int, storage: MatrixStorage<Scalar>, offset: Int) {
    self.rows = rows
    self.columns = columns
    self.storage = storage
    self.offset = offset
  }

  /// The number of elements.
  public var count: Int { rows * columns }

  public subscript(row: Int, column: Int) -> Scalar {
    get {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, "outside the matrix")
      return storage.elements[offset + column * rows + row]
    }
    set {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, "outside the matrix")
      let index = column * rows + row
      withUnsafeMutableElements { $0[index] = newValue }
    }
  }

  /// A run of neighbouring columns; it shares this matrix's storage.
  public subscript(columns range: Range<Int>) -> Matrix {
    precondition(range.lowerBound >= 0 && range.upperBound <= columns, "outside the matrix")
    return Matrix(
      rows: rows, columns: range.count, storage: storage, offset: offset + range.lowerBound * rows)
  }

  /// Calls `body` with the elements, column after column.
  public func withUnsafeElements<Result>(
    _ body: (UnsafeBufferPointer<Scalar>) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeBufferPointer(rebasing: storage.elements[offset..<offset + count]))
  }

  /// Calls `body` with the elements to change, column after column.
  public mutating func withUnsafeMutableElements<Result>(
    _ body: (UnsafeMutableBufferPointer<Scalar>) throws -> Result
  ) rethrows -> Result {
    if !isKnownUniquelyReferenced(&storage) {
      let copy = MatrixStorage<Scalar>(count: count)
      withUnsafeElements { _ = copy.elements.initialize(fromContentsOf: $0) }
      storage = copy
      offset = 0
    }
    return try body(
      UnsafeMutableBufferPointer(rebasing: storage.elements[offset..<offset + count]))
  }
}

extension Matrix: Equatable {
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public static func == (left: Matrix, right: Matrix) -> Bool {
    guard left.rows == right.rows, left.columns == right.columns else { return false }
    return left.withUnsafeElements { a in
      right.withUnsafeElements { b in a.elementsEqual(b) }
    }
  }
}

/// Memory aligned to a cache line, so that every run computes alike; uninitialized at first.
///
/// Unchecked: `Matrix` writes to it only while it holds the sole reference; other owners must see to
/// it themselves that no two threads disagree.
public final class MatrixStorage<Scalar: MatrixScalar>: @unchecked Sendable {
  public let elements: UnsafeMutableBufferPointer<Scalar>
  /// The address of the first element; there is memory even for none.
  public let start: UnsafeMutablePointer<Scalar>

  public init(count: Int) {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(count, 1) * MemoryLayout<Scalar>.stride, alignment: 64)
    start = memory.bindMemory(to: Scalar.self, capacity: count)
    elements = UnsafeMutableBufferPointer(start: start, count: count)
  }

  deinit { UnsafeMutableRawPointer(start).deallocate() }
}
