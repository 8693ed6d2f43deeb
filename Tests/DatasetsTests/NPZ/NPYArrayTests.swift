import Datasets
import Testing

@Suite("NPY arrays")
struct NPYArrayTests {
  @Test("every type and order that NumPy writes is read bit for bit", arguments: NumPyArray.all)
  func reads(_ sample: NumPyArray) throws {
    let array = try NPYArray(decoding: sample.file)
    #expect(array.shape == [2, 3] && array.count == 6)
    try check(array)
  }

  @Test("what is read and written again is little-endian, in C order", arguments: NumPyArray.all)
  func writes(_ sample: NumPyArray) throws {
    let array = try NPYArray(decoding: sample.file)
    let canonical = NumPyArray.all.first {
      $0.descr.suffix(2) == sample.descr.suffix(2) && $0.descr.first != ">" && !$0.isFortran
    }
    #expect(array.encoded() == canonical?.file)
  }

  @Test("the transposed array has its indices exchanged", arguments: NumPyArray.all)
  func transposes(_ sample: NumPyArray) throws {
    let array = try NPYArray(decoding: sample.file)
    let (numbers, transposed) = (array.mapNumbers { $0 }, array.transposed.mapNumbers { $0 })
    #expect(array.transposed.shape == [3, 2])
    for row in 0..<2 {
      for column in 0..<3 { #expect(transposed[column * 2 + row] == numbers[row * 3 + column]) }
    }
    try check(array.transposed.transposed)
  }

  @Test("Fortran order is undone in three dimensions")
  func threeDimensions() throws {
    // np.arange(24).reshape(2, 3, 4).astype("u1").tobytes("F")
    let bytes: [UInt8] = [
      0, 12, 4, 16, 8, 20, 1, 13, 5, 17, 9, 21, 2, 14, 6, 18, 10, 22, 3, 15, 7, 19, 11, 23,
    ]
    let array = try NPYArray(decoding: npy(fortran: "True", "(2, 3, 4)", bytes))
    #expect(array.elements(as: UInt8.self) == Array(0..<24))
  }

  @Test("scalars and arrays without elements have their shapes", arguments: ["True", "False"])
  func smallest(order: String) throws {
    let scalar = try NPYArray(decoding: npy(fortran: order, "()", [7]))
    #expect(scalar.shape == [] && scalar.elements(as: UInt8.self) == [7])
    let empty = try NPYArray(decoding: npy(fortran: order, "(0, 4611686018427387904, 9)", []))
    #expect(empty.count == 0 && empty.elements(as: UInt8.self) == [])
    #expect(empty.transposed.mapNumbers { $0 } == [])
    #expect(try NPYArray(decoding: empty.encoded()).shape == [0, 1 << 62, 9])
  }

  @Test("versions 2.0 and 3.0 differ by their header's length", arguments: [2, 3] as [UInt8])
  func versions(major: UInt8) throws {
    var file = npy("(3,)", [1, 2, 3])
    file[6] = major
    file.insert(contentsOf: [0, 0], at: 10)
    #expect(try NPYArray(decoding: file).elements(as: UInt8.self) == [1, 2, 3])
  }

  @Test(
    "the dictionary's spaces, quotes, order and last commas are free",
    arguments: [
      "{'shape':(2,),'descr':'|u1','fortran_order':False}",
      "{ \"descr\" : \"|u1\" , 'fortran_order' : True , 'shape' : ( 2 , ) , }\n",
      "{'descr': '<u1', 'fortran_order': False, 'shape': (2,1,), }",
    ])
  func layouts(header: String) throws {
    let array = try NPYArray(decoding: npy(header: header, [8, 9]))
    #expect(array.elements(as: UInt8.self) == [8, 9])
    #expect(array.elements(as: Int8.self) == nil)
  }

  private func check(_ array: NPYArray) throws {
    switch array.type {
    case .bool: try check(array, Bool.expected)
    case .int8: try check(array, Int8.expected)
    case .int16: try check(array, Int16.expected)
    case .int32: try check(array, Int32.expected)
    case .int64: try check(array, Int64.expected)
    case .uint8: try check(array, UInt8.expected)
    case .uint16: try check(array, UInt16.expected)
    case .uint32: try check(array, UInt32.expected)
    case .uint64: try check(array, UInt64.expected)
    case .float16: try check(array, Float16.expected)
    case .float32: try check(array, Float.expected)
    case .float64: try check(array, Double.expected)
    }
  }

  private func check<Element: NPYElement>(_ array: NPYArray, _ expected: [Element]) throws {
    let elements = try #require(array.elements(as: Element.self))
    #expect(elements.map(\.npyWord) == expected.map(\.npyWord))
    #expect(array.mapNumbers { $0 } == expected.map(\.npyNumber))
    let made = NPYArray(shape: array.shape, expected)
    #expect(made.type == array.type && made.encoded() == array.encoded())
  }
}
