import Foundation

/// The file systems that are mounted, as Linux's `/proc/self/mountinfo` lists them.
struct MountTable {
  /// Those behind which another machine, or another program, changes files without a notice.
  private static let silent: Set = [
    "9p", "afs", "beegfs", "ceph", "cifs", "coda", "drvfs", "fuse", "fuseblk", "gpfs", "lustre",
    "ncpfs", "nfs", "nfs4", "prl_fs", "smb3", "smbfs", "vboxsf", "virtiofs", "vmhgfs",
  ]

  private var types: [Substring: Substring] = [:]

  /// The table of this system, empty where there is none.
  static var current: MountTable {
    MountTable((try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)) ?? "")
  }

  /// Lines such as `36 35 0:42 / /home rw shared:1 - nfs4 server:/home rw`.
  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 2, let separator = fields.lastIndex(of: "-"),
        fields.indices.contains(separator + 1)
      else { continue }
      types[fields[2]] = fields[separator + 1]
    }
  }

  /// Whether the system tells of every change in a folder; one that it does not know counts as local.
  func givesNotices(of folder: String) -> Bool {
    var status = stat()
    guard stat(folder, &status) == 0 else { return true }
    return givesNotices(ofDevice: UInt64(status.st_dev))
  }

  /// The same, by the number of the folder's device, in which Linux interleaves major and minor.
  func givesNotices(ofDevice device: UInt64) -> Bool {
    let major = (device >> 8 & 0xFFF) | (device >> 32 & ~0xFFF)
    let minor = (device & 0xFF) | (device >> 12 & ~0xFF)
    guard let type = types["\(major):\(minor)"] else { return true }
    return !Self.silent.contains(String(type.prefix { $0 != "." }))
  }
}
