import LinearAlgebra
import Testing

@Suite("Matrices")
struct MatrixTests {
  private let matrix = Matrix<Double>([[1, 2, 3, 4], [5, 6, 7, 8]])

  @Test("elements are given row after row and stored column after column")
  func layout() {
    #expect(matrix.rows == 2)
    #expect(matrix.columns == 4)
    #expect(matrix[1, 2] == 7)
    #expect(matrix.withUnsafeElements { Array($0) } == [1, 5, 2, 6, 3, 7, 4, 8])
  }

  @Test("an empty list of rows is a matrix without elements")
  func empty() {
    let empty = Matrix<Double>([])
    #expect((empty.rows, empty.columns, empty.count) == (0, 0, 0))
    #expect(empty.withUnsafeElements { $0.isEmpty })
  }

  @Test("equal elements in another shape are another matrix")
  func equality() {
    #expect(matrix == Matrix([[1, 2, 3, 4], [5, 6, 7, 8]]))
    #expect(matrix != Matrix([[1, 2, 3, 4], [5, 6, 7, 9]]))
    #expect(Matrix<Double>([[1, 2]]) != Matrix<Double>([[1], [2]]))
    #expect(Matrix<Double>(column: [.nan]) != Matrix<Double>(column: [.nan]))
  }

  @Test("a matrix is aligned to a cache line")
  func alignment() {
    for columns in 1...5 {
      let address = Matrix<Float>(rows: 3, columns: columns).withUnsafeElements {
        UInt(bitPattern: $0.baseAddress)
      }
      #expect(address.isMultiple(of: 64))
    }
  }

  @Test("a copy changes alone")
  func copyOnWrite() {
    var copy = matrix
    copy[0, 0] = -1
    #expect(copy[0, 0] == -1)
    #expect(matrix[0, 0] == 1)
  }

  @Test("a run of columns shares the matrix's memory")
  func sliceShares() {
    let slice = matrix[columns: 1..<3]
    #expect(slice == Matrix([[2, 3], [6, 7]]))
    let start = matrix.withUnsafeElements { $0.baseAddress }
    let sliceStart = slice.withUnsafeElements { $0.baseAddress }
    #expect(start.map { $0 + 2 } == sliceStart)
  }

  @Test("changing a run of columns leaves the matrix as it was")
  func changedSlice() {
    var slice = matrix[columns: 1..<3]
    slice[1, 0] = 60
    #expect(slice == Matrix([[2, 3], [60, 7]]))
    #expect(matrix == Matrix([[1, 2, 3, 4], [5, 6, 7, 8]]))
  }

  @Test("changing the matrix leaves its run of columns as it was")
  func changedOriginal() {
    var changed = matrix
    let slice = changed[columns: 2..<4]
    changed[0, 2] = 30
    #expect(changed[0, 2] == 30)
    #expect(slice == Matrix([[3, 4], [7, 8]]))
  }

  @Test("a run of a run of columns counts from the run, also once it alone holds the memory")
  func sliceOfSlice() {
    func tail() -> Matrix<Double> {
      Matrix([[0, 1, 2, 3], [4, 5, 6, 7]])[columns: 1..<4][columns: 1..<3]
    }
    var slice = tail()
    #expect(slice == Matrix([[2, 3], [6, 7]]))
    slice[0, 1] = 9
    #expect(slice == Matrix([[2, 9], [6, 7]]))
  }

  @Test("a run of no columns has no elements", arguments: [0, 2, 4])
  func emptySlice(start: Int) {
    let slice = matrix[columns: start..<start]
    #expect((slice.rows, slice.columns) == (2, 0))
    #expect(slice.withUnsafeElements { $0.isEmpty })
  }
}
