package catalog

import (
	"context"
	"slices"
	"strconv"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/seller"
)

// takeImagesTx gives images that the owner has uploaded their addresses.
func takeImagesTx(ctx context.Context, tx db.Tx, owner seller.ID, images []*ImageInput) error {
	for i, image := range images {
		if image.UploadID == "" {
			continue
		}
		f, _, err := file.TakeTx(ctx, tx, string(owner), file.PurposeImage, image.UploadID)
		if err != nil {
			return under(err, "images", strconv.Itoa(i), "uploadId")
		}
		image.URL = *f.URL // images have one
	}
	return nil
}

// replaceImagesTx gives a locked product other images.
func (p *Product) replaceImagesTx(ctx context.Context, tx db.Tx, images []*ImageInput) error {
	if err := takeImagesTx(ctx, tx, p.CreatedBySeller, images); err != nil {
		return err
	}
	before := addressesOf(p.Images)
	p.Images = imagesOf(images)
	return showInsteadTx(ctx, tx, string(p.ID), before, addressesOf(p.Images))
}

func addressesOf(images []Image) []string {
	all := make([]string, len(images))
	for i, image := range images {
		all[i] = image.URL
	}
	return all
}

// showInsteadTx keeps the images that a product or a variant shows now, and lets go
// those that it has shown.
func showInsteadTx(ctx context.Context, tx db.Tx, holder string, before, now []string) error {
	var shown []file.Shown
	for _, url := range now {
		if !slices.Contains(before, url) {
			shown = append(shown, file.Shown{Holder: holder, URL: url})
		}
	}
	if err := file.ShowTx(ctx, tx, shown); err != nil {
		return err
	}
	return file.HideTx(ctx, tx, holder, slices.DeleteFunc(before, func(url string) bool { return slices.Contains(now, url) }))
}

// shown are the images of what is written.
func (r *catalogRows) shown() (all []file.Shown) {
	for _, p := range r.products {
		for _, image := range p.Images {
			all = append(all, file.Shown{Holder: string(p.ID), URL: image.URL})
		}
	}
	for _, v := range r.variants {
		if v.ImageURL != "" {
			all = append(all, file.Shown{Holder: string(v.ID), URL: v.ImageURL})
		}
	}
	return all
}
