import LinearAlgebra
import Testing

@Suite("Element by element")
struct MatrixElementwiseTests {
  private let a = Matrix<Double>([[1, 2, 3], [4, 5, 6]])
  private let b = Matrix<Double>([[6, 5, 4], [3, 2, 1]])

  @Test("each operation acts on the elements in the same place")
  func operations() {
    #expect(a.map { $0 * 10 } == Matrix([[10, 20, 30], [40, 50, 60]]))
    #expect(a.combined(with: b) { $0 * 10 + $1 } == Matrix([[16, 25, 34], [43, 52, 61]]))
    #expect(a .* b == Matrix([[6, 10, 12], [12, 10, 6]]))
    #expect(0.5 * a == Matrix([[0.5, 1, 1.5], [2, 2.5, 3]]))
    #expect(a - b == Matrix([[-5, -3, -1], [1, 3, 5]]))
    #expect(a + b == Matrix([[7, 7, 7], [7, 7, 7]]))
  }

  @Test("runs of columns combine by their own places")
  func slices() {
    #expect(a[columns: 1..<3] .* b[columns: 0..<2] == Matrix([[12, 15], [15, 12]]))
    #expect(a[columns: 1..<3].map { -$0 } == Matrix([[-2, -3], [-5, -6]]))
  }

  @Test("a column is added to each column")
  func broadcasting() {
    let column = Matrix<Double>(column: [10, 20])
    #expect(a + column == Matrix([[11, 12, 13], [24, 25, 26]]))
    #expect(a[columns: 2..<3] + column == Matrix([[13], [26]]))
    #expect(a[columns: 1..<3] + b[columns: 2..<3] == Matrix([[6, 7], [6, 7]]))
    #expect(a[columns: 0..<0] + column == Matrix(rows: 2, columns: 0))
  }

  @Test("subtracting in place changes the left side alone")
  func subtractingInPlace() {
    var c = a
    c -= b
    #expect(c == a - b)
    #expect(a == Matrix([[1, 2, 3], [4, 5, 6]]))

    let kept = c
    c -= c
    #expect(c == Matrix(rows: 2, columns: 3))
    #expect(kept == a - b)
  }

  @Test("subtracting in place from a run of columns leaves its matrix as it was")
  func subtractingFromSlice() {
    var slice = a[columns: 1..<2]
    slice -= Matrix(column: [1, 1])
    #expect(slice == Matrix([[1], [4]]))
    #expect(a == Matrix([[1, 2, 3], [4, 5, 6]]))
  }
}
