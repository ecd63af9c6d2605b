// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/guestconfigvalue.h"

#include <QString>

namespace colonnade::formats {

/// An item of a guest file's `disk`, read as the file's dialect reads it.
struct GuestDisk
{
    Span span; ///< the item in the file's text, with its quotes
    QByteArray
        spec; ///< what the item says: "phy:/dev/vg/web1,xvda,w"; of a computed item, its text
    bool isComputed = false; ///< xm: an expression; it has no fields
    /// Written with names ("vdev=xvda,target=/dev/vg/web1") in at least one place. Only xl
    /// understands that.
    bool isKeyed = false;
    /// The parts in the order in which they stand. Names: `target`, `format`, `vdev`, `access`,
    /// `backendtype`, `backend`, `script`, `devtype` and the others of xl-disk-configuration(5);
    /// `prefix` for what stands before the path ("phy", "tap:aio"), `vdev-prefix` for what stands
    /// before vdev ("ioemu"), and `protocol` for xm's fifth.
    QList<GuestField> fields;
    /// raw, qcow, qcow2, vhd, qed, or empty for a drive without a disc, wherever that is told.
    QByteArray format = "raw";
    /// Why the dialect's tool does not take this disk, so that the guest does not start; a
    /// sentence.
    std::optional<QString> refusal;

    /// The last field of that name, which is the one that counts.
    const GuestField *field(QByteArrayView name) const;
    /// The value of the field of that name; empty where there is none.
    QByteArray value(QByteArrayView name) const;

    QByteArray target() const { return value("target"); }
    QByteArray vdev() const { return value("vdev"); }
    QByteArray access() const { return value("access"); }
    bool isCdrom() const;
    /// Whether the guest may write. What a file leaves out counts as the dialect counts it.
    bool isWritable() const;
    /// `w!`: xend lets other guests of this host write to it at the same time.
    bool isUnprotected() const { return access() == "w!"; }
    /// Whether `target` is no path, but what a driver of QEMU's is told, as rbd:pool/image is; only
    /// xl hands such a thing on, with backendtype=qdisk.
    bool isForDriverOfQemu() const;
    /// `target` as a path of the host: xl and xend look in /dev/ for what does not begin with a
    /// slash.
    QByteArray path() const;

    friend bool operator==(const GuestDisk &, const GuestDisk &) = default;
};

/// A disk to add.
struct GuestDiskSpec
{
    QByteArray target = {};  ///< path of a device or file; empty: a CD drive without a disc
    QByteArray vdev = {};    ///< as the guest sees it: "xvda"
    QByteArray access = "w"; ///< r, w; with xm also w!
    bool isCdrom = false;
    /// `phy`, `file`, `tap:aio` ...; empty: `phy` for what is in /dev, else `file`.
    QByteArray prefix = {};
    /// raw, qcow, qcow2, vhd, qed; anything but raw and "" can only be said with `tap:` or to xl.
    QByteArray format = {};

    friend bool operator==(const GuestDiskSpec &, const GuestDiskSpec &) = default;
};

} // namespace colonnade::formats
