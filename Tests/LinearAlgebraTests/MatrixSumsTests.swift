import LinearAlgebra
import Testing

@Suite("Sums and maxima")
struct MatrixSumsTests {
  @Test("the sum counts each element once", arguments: [0, 1, 2, 127, 128, 129, 255, 257, 1000])
  func sum(count: Int) {
    let matrix = Matrix<Double>(column: (0..<count).map(Double.init))
    #expect(matrix.sum == Double(count * (count - 1) / 2))
  }

  @Test("the sum of a run of columns leaves the others out")
  func sumOfSlice() {
    let matrix = Matrix<Double>([[1, 20, 300, 4000], [5, 60, 700, 8000]])
    #expect(matrix[columns: 1..<3].sum == 1080)
    #expect(matrix[columns: 2..<2].sum == 0)
  }

  @Test("adding up pairwise is a hundred times closer than one after another")
  func pairwise() {
    let count = 1_000_000
    let matrix = Matrix<Float>(rows: 1000, columns: 1000, repeating: 0.1)
    let exact = Double(Float(0.1)) * Double(count)
    let naive = Array(repeating: Float(0.1), count: count).reduce(0, +)
    let pairwiseError = abs(Double(matrix.sum) - exact)
    let naiveError = abs(Double(naive) - exact)
    #expect(pairwiseError < 1e-6 * exact)
    #expect(naiveError > 100 * pairwiseError)
  }

  @Test("nan and infinity reach the sum")
  func notFinite() {
    #expect(Matrix<Double>([[1, .nan]]).sum.isNaN)
    #expect(Matrix<Double>([[1, .infinity]]).sum == .infinity)
  }

  @Test("the sums of the rows form a column")
  func rowSums() {
    let matrix = Matrix<Double>([[1, 20, 300], [4, 50, 600]])
    #expect(matrix.rowSums == Matrix([[321], [654]]))
    #expect(matrix[columns: 1..<3].rowSums == Matrix([[320], [650]]))
    #expect(matrix[columns: 1..<1].rowSums == Matrix([[0], [0]]))
  }

  @Test(
    "the row of the maximum is NumPy's argmax: the first of equal ones, the first nan",
    arguments: [
      ([3, 1, 2], 0), ([1, 3, 2], 1), ([1, 2, 3], 2), ([2, 2, 1], 0), ([1, 2, 2], 1),
      ([0, 0, 0], 0), ([-0.0, 0, -1], 0), ([.nan, 1, 2], 0), ([1, .nan, 2], 1),
      ([1, .nan, .nan], 1), ([9, 1, .nan], 2), ([-.infinity, -.infinity, -.infinity], 0),
      ([-.infinity, -1, .infinity], 2), ([.infinity, .nan, 0], 1),
    ] as [([Double], Int)])
  func argmax(column: [Double], row: Int) {
    #expect(Matrix(column: column).rowOfMaximumInEachColumn == [row])
    #expect(Matrix(column: column.map(Float.init)).rowOfMaximumInEachColumn == [row])
  }

  @Test("each column has its own maximum, in a run of columns too")
  func argmaxOfColumns() {
    let matrix = Matrix<Double>([[1, 9, 4, 7], [5, 2, 4, 8]])
    #expect(matrix.rowOfMaximumInEachColumn == [1, 0, 0, 1])
    #expect(matrix[columns: 1..<4].rowOfMaximumInEachColumn == [0, 0, 1])
    #expect(matrix[columns: 0..<0].rowOfMaximumInEachColumn.isEmpty)
  }
}
