import FrenchText

/// What keeps a data set from being read, with the file or directory it is about.
public enum DatasetError: Error, Equatable {
  /// None of the names of these files of MNIST is in the directory.
  case missing(files: [String], directory: String, origin: DataLocation.Origin?)
  /// The place chosen for the data does not exist.
  case nowhere(String, origin: DataLocation.Origin?)
  /// The place is a file that begins with these bytes, four at most, and is in none of the forms of
  /// digits.
  case notDigits(String, origin: DataLocation.Origin?, found: [UInt8])
  /// The place is one file of the four of MNIST.
  case loneFile(String, origin: DataLocation.Origin?)
  /// The directory holds the digits more than once: in these folders, archives or tables.
  case several([String], directory: String, origin: DataLocation.Origin?)
  /// A directory or a device has the name of a file.
  case notAFile(file: String)
  /// The system refuses, for the reason `code` of `errno`.
  case unreadable(file: String, code: Int32)

  /// The file has no byte.
  case empty(file: String)
  /// The compressed stream ends inside a member.
  case truncatedGzip(file: String)
  /// The compressed stream breaks the format or its own checksum.
  case corruptedGzip(file: String)
  /// The last member is followed by something that is no member.
  case bytesAfterGzip(file: String)
  /// The first bytes, four at most, are not those of the kind of IDX file asked for.
  case wrongMagic(file: String, found: [UInt8])
  /// The sizes of the header exceed `IDX.largestContent`.
  case tooLarge(file: String, sizes: [Int])
  /// The content ends before what its header announces, or within the header.
  case truncated(file: String)
  /// The content goes on after what its header announces.
  case surplus(file: String)

  case noImages(file: String)
  /// The images are not 28 × 28.
  case wrongImageSize(file: String, rows: Int, columns: Int)
  /// There are not as many labels as images.
  case countsDisagree(images: String, count: Int, labels: String, labelCount: Int)
  /// The label at this index, counted from 0, exceeds 9.
  case labelOutOfRange(file: String, index: Int, label: UInt8)

  /// The `.npz` file, or an array in it, cannot be read.
  case archive(file: String, NPZError)
  /// The `.npz` file has more than `limit` bytes.
  case archiveTooLarge(file: String, limit: Int)
  /// The array of a `.npz` file is not what images or labels are.
  case array(String, file: String, ArrayFault)
  /// The CSV file is no table of labelled digits.
  case table(file: String, TableFault)

  /// A place that cannot be read, or one that holds something else than it should.
  public var exitStatus: ExitStatus {
    switch self {
    case .missing, .nowhere, .notDigits, .loneFile, .several, .notAFile, .unreadable: .noInput
    default: .data
    }
  }
}
